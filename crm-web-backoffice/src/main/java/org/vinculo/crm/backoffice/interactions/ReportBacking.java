package org.vinculo.crm.backoffice.interactions;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.interaction.ContactReport;
import org.vinculo.crm.interaction.InteractionService;
import org.vinculo.crm.party.Customer360;
import org.vinculo.crm.party.CustomerFilterTitle;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Functions;
import org.vinculo.crm.ui.Viewer;

/** What conversations of a time were about, what came out of them and what they took. */
@Named("talkReport")
@ViewScoped
public class ReportBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_BAR = 300;
    private static final int ROW = 34;

    @EJB
    private InteractionService interactions;

    @EJB
    private Customer360 customers;

    @EJB
    private CustomerService directory;

    @Inject
    private Viewer viewer;

    @Inject
    private Clock clock;

    private final Filter filter = new Filter();
    private ContactReport report;
    private List<StaffRef> staff;
    private List<TeamRef> teams;
    private List<CustomerFilterTitle> extras;
    private String customerName;

    /** A bar of the chart. @param length of 300 */
    public record Bar(ContactReport.ChannelSum sum, int y, int length) {}

    public void load() {
        if (Filter.day(filter.getFrom()) == null) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.getZone());
            filter.setFrom(today.minusYears(1).plusDays(1).toString());
        }
        report = interactions.report(filter.wanted());
        staff = interactions.staff();
        teams = interactions.teams();
        extras = Filter.ofCustomers(directory.extraFilters());
        if (filter.wanted().customer() != null) {
            customerName = customers.open(filter.getCustomer()).customer().ref().name();
        }
    }

    /** The finding, as a title. */
    public String getFinding() {
        List<ContactReport.ChannelSum> channels = report.channels();
        if (channels.isEmpty()) {
            return "";
        }
        ContactReport.ChannelSum most = channels.get(0);
        String channel = text("party.channel." + most.channel());
        int share = (int) Math.round(100.0 * most.contacts() / report.contacts());
        return text("interaction.report.finding", channel, share);
    }

    public List<Bar> getBars() {
        List<ContactReport.ChannelSum> channels = report.channels();
        long most = channels.stream()
                .mapToLong(ContactReport.ChannelSum::contacts)
                .max()
                .orElse(1);
        List<Bar> bars = new java.util.ArrayList<>();
        for (ContactReport.ChannelSum sum : channels) {
            bars.add(new Bar(
                    sum, bars.size() * ROW, (int) Math.max(1, sum.contacts() * LONGEST_BAR / Math.max(1, most))));
        }
        return bars;
    }

    public int getHeight() {
        return Math.max(1, report.channels().size()) * ROW;
    }

    /** Sums of several currencies side by side. */
    public String money(List<Money> sums) {
        return sums.isEmpty() ? "–" : sums.stream().map(Functions::money).collect(Collectors.joining(" · "));
    }

    public String ofChannel(ContactReport.ChannelSum sum) {
        return filter.list(Map.of("channel", sum.channel()));
    }

    public String ofGroup(ContactReport.Group group) {
        Map<String, Object> words = new TreeMap<>();
        words.put("channel", group.channel());
        words.put("purpose", group.purpose());
        words.put("outcome", group.outcome() == null ? "OPEN" : group.outcome());
        return filter.list(words);
    }

    public String getAll() {
        return filter.list(Map.of());
    }

    private String text(String key, Object... args) {
        return Texts.text(viewer.getLocale(), key, args);
    }

    public ContactReport getReport() {
        return report;
    }

    public Filter getFilter() {
        return filter;
    }

    public List<StaffRef> getStaff() {
        return staff;
    }

    /** Filters of other rooms over customers: tiers, phases, segments. */
    public List<CustomerFilterTitle> getExtras() {
        return extras;
    }

    public List<TeamRef> getTeams() {
        return teams;
    }

    public String getCustomerName() {
        return customerName;
    }
}
