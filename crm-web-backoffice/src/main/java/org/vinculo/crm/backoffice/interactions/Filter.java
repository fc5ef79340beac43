package org.vinculo.crm.backoffice.interactions;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.InteractionList;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerFilterTitle;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicId;

/** What a list or a report is narrowed to, as it stands in the address. What makes no sense there is left out. */
public class Filter implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String OPEN = "OPEN";
    private static final Set<String> OF_CUSTOMERS = Set.of("tier", "phase", "segment");

    private String channel;
    private String direction;
    private String purpose;
    private String outcome;
    private String staff;
    private String team;
    private String from;
    private String until;
    private String customer;
    private String q;
    private String tier;
    private String phase;
    private String segment;

    public InteractionList wanted() {
        return new InteractionList(
                choice(Channel.class, channel),
                choice(Direction.class, direction),
                choice(Purpose.class, purpose),
                choice(Outcome.class, outcome),
                OPEN.equals(outcome),
                id(staff),
                id(team),
                day(from),
                day(until),
                id(customer),
                Normal.line(q),
                more());
    }

    /** Those of the filters of customers by which conversations are narrowed as well. */
    static List<CustomerFilterTitle> ofCustomers(List<CustomerFilterTitle> all) {
        return all.stream().filter(each -> OF_CUSTOMERS.contains(each.name())).toList();
    }

    private Map<String, String> more() {
        Map<String, String> more = new LinkedHashMap<>();
        put(more, "tier", tier);
        put(more, "phase", phase);
        put(more, "segment", segment);
        return more;
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String id(String text) {
        return PublicId.isWellFormed(text) ? text : null;
    }

    static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    public boolean isNarrowed() {
        return !parameters().isEmpty();
    }

    private Map<String, String> parameters() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "channel", channel);
        put(given, "direction", direction);
        put(given, "purpose", purpose);
        put(given, "outcome", outcome);
        put(given, "staff", staff);
        put(given, "team", team);
        put(given, "from", from);
        put(given, "until", until);
        put(given, "customer", customer);
        put(given, "q", q);
        put(given, "tier", tier);
        put(given, "phase", phase);
        put(given, "segment", segment);
        return given;
    }

    private static void put(Map<String, String> given, String name, String value) {
        if (value != null && !value.isBlank()) {
            given.put(name, value);
        }
    }

    /** The address of the list with this filter and further words of it, such as {@code channel=PHONE}. */
    public String list(Map<String, ?> further) {
        Map<String, String> all = parameters();
        further.forEach((name, value) -> all.put(name, String.valueOf(value)));
        return "list?"
                + all.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getDirection() {
        return direction;
    }

    public void setDirection(String direction) {
        this.direction = direction;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }

    public String getStaff() {
        return staff;
    }

    public void setStaff(String staff) {
        this.staff = staff;
    }

    public String getTeam() {
        return team;
    }

    public void setTeam(String team) {
        this.team = team;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getTier() {
        return tier;
    }

    public void setTier(String tier) {
        this.tier = tier;
    }

    public String getPhase() {
        return phase;
    }

    public void setPhase(String phase) {
        this.phase = phase;
    }

    public String getSegment() {
        return segment;
    }

    public void setSegment(String segment) {
        this.segment = segment;
    }

    /** What a filter of another room is set to. */
    public String more(String name) {
        return more().get(name);
    }
}
