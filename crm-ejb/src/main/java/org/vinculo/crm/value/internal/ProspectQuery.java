package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.LargeBase;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.AlikeProspect;
import org.vinculo.crm.value.BestProfile;
import org.vinculo.crm.value.internal.potential.LookAlike;
import org.vinculo.crm.value.internal.risk.Observation;

/**
 * Prospects by their distance to the most valuable customers, over what is known of both before the first purchase. The
 * profile is read from counts of combinations, of which there are few however many customers there are; the distance is
 * worked out by the database, so that a page of the nearest needs no more than a page of rows.
 */
@ApplicationScoped
public class ProspectQuery {

    private static final int COUNTED = 10_000;
    private static final int VALUES_SHOWN = 4;
    private static final int VALUES_WEIGHED = 20;

    /** So many rows tell the shares as well as all of them. */
    private static final long ENOUGH = 20_000;

    /** The attributes and their columns of the customer {@code c}. */
    enum Known {
        KIND("coalesce(c.kind, '')"),
        COUNTRY("coalesce(c.country, '')"),
        LANGUAGE("coalesce(c.preferred_language, '')"),
        ORIGIN("coalesce(c.acquired_via, '')");

        private final String column;

        Known(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    private record Combination(Map<String, String> values, long customers, long best) {}

    private record Profile(LookAlike look, List<Combination> combinations) {
        long best() {
            return combinations.stream().mapToLong(Combination::best).sum();
        }

        long customers() {
            return combinations.stream().mapToLong(Combination::customers).sum();
        }
    }

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Customers customers;

    @Inject
    Runs runs;

    @Inject
    LargeBase base;

    public Optional<BestProfile> profile() {
        return read().map(profile -> new BestProfile(
                profile.best(),
                profile.customers(),
                profile.look().attributes().stream()
                        .map(attribute -> new BestProfile.Attribute(
                                attribute.name(), attribute.weight(), shares(profile, attribute)))
                        .toList()));
    }

    private static List<BestProfile.Share> shares(Profile profile, LookAlike.Attribute attribute) {
        Map<String, Long> all = new TreeMap<>();
        profile.combinations()
                .forEach(each -> all.merge(each.values().get(attribute.name()), each.customers(), Long::sum));
        return attribute.shares().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(VALUES_SHOWN)
                .map(entry -> new BestProfile.Share(
                        entry.getKey(),
                        entry.getValue(),
                        (double) all.getOrDefault(entry.getKey(), 0L) / profile.customers()))
                .toList();
    }

    private Optional<Profile> read() {
        return runs.current()
                .flatMap(run -> base.answer(
                        run.getCustomers(), this::find, "alike", run.getId(), customers.scope(Permission.VALUE_VIEW)));
    }

    private Optional<Profile> find() {
        SqlText sql = SqlText.empty().sqlPart("select ");
        for (Known known : Known.values()) {
            sql.sqlPart(known.column() + ", ");
        }
        sql.sqlPart("count(*), sum(case when v.tier = 'MVC' then 1 else 0 end) from customer_value v"
                + " inner join customer c on c.id = v.customer_id where c.deleted_at is null and v.tier is not null");
        sql.add(customers.scope(Permission.VALUE_VIEW).andReached()).sqlPart(" group by ");
        String between = "";
        for (Known known : Known.values()) {
            sql.sqlPart(between + known.column());
            between = ", ";
        }
        List<?> rows = sql.fill(em.createNativeQuery(sql.sql())).getResultList();
        List<Combination> combinations =
                rows.stream().map(row -> combination((Object[]) row)).toList();
        return combinations.stream().anyMatch(each -> each.best() > 0)
                ? Optional.of(new Profile(look(combinations), combinations))
                : Optional.empty();
    }

    private static Combination combination(Object[] row) {
        Map<String, String> values = new TreeMap<>();
        for (Known known : Known.values()) {
            values.put(known.name(), ((String) row[known.ordinal()]).strip());
        }
        int last = Known.values().length;
        return new Combination(values, ((Number) row[last]).longValue(), ((Number) row[last + 1]).longValue());
    }

    /** Every combination as often as it is met, in proportion where that would be very often. */
    private static LookAlike look(List<Combination> combinations) {
        long all = combinations.stream().mapToLong(Combination::customers).sum();
        double part = Math.min(1, (double) ENOUGH / all);
        List<Observation> best = new ArrayList<>();
        List<Observation> everybody = new ArrayList<>();
        for (Combination each : combinations) {
            Observation observation = new Observation(Map.of(), each.values());
            everybody.addAll(Collections.nCopies(scaled(each.customers(), part), observation));
            best.addAll(Collections.nCopies(scaled(each.best(), part), observation));
        }
        return LookAlike.of(best, everybody);
    }

    private static int scaled(long count, double part) {
        return count == 0 ? 0 : (int) Math.max(1, Math.round(count * part));
    }

    public Page<AlikeProspect> page(PageRequest page) {
        return read().map(profile -> page(profile, page)).orElseGet(Page::empty);
    }

    private Page<AlikeProspect> page(Profile profile, PageRequest page) {
        SqlText sql = SqlText.empty().sqlPart("select c.public_id, c.display_name, ");
        for (Known known : Known.values()) {
            sql.sqlPart(known.column() + ", ");
        }
        sql.sqlPart("c.created_at, ").add(distance(profile.look())).sqlPart(" as distance, c.id");
        sql.add(wanted()).sqlPart(" order by distance, c.created_at desc, c.id offset ");
        sql.value(page.first()).sqlPart(" rows fetch next ").value(page.size()).sqlPart(" rows only");
        List<?> rows = sql.fill(em.createNativeQuery(sql.sql())).getResultList();
        SqlText count =
                SqlText.empty().sqlPart("select count(*) from (select c.id").add(wanted());
        count.sqlPart(" fetch first " + (COUNTED + 1) + " rows only) counted");
        long counted = ((Number) count.fill(em.createNativeQuery(count.sql())).getSingleResult()).longValue();
        return new Page<>(
                rows.stream().map(row -> prospect((Object[]) row)).toList(),
                Math.min(counted, COUNTED),
                counted > COUNTED);
    }

    private SqlText wanted() {
        return SqlText.empty()
                .sqlPart(" from customer c where c.deleted_at is null and c.stage = 'PROSPECT'")
                .add(customers.scope(Permission.VALUE_VIEW).andReached());
    }

    /** The distance as {@link LookAlike#distance} has it: the weight of each attribute times how rare the value is among the best. */
    private static SqlText distance(LookAlike look) {
        SqlText sql = SqlText.empty().sqlPart("(cast(0 as double precision)");
        for (LookAlike.Attribute attribute : look.attributes()) {
            double most = Collections.max(attribute.shares().values());
            sql.sqlPart(" + case " + Known.valueOf(attribute.name()).column());
            attribute.shares().entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .limit(VALUES_WEIGHED)
                    .forEach(entry -> sql.sqlPart(" when ")
                            .value(entry.getKey())
                            .sqlPart(" then cast(")
                            .value(attribute.weight() * (1 - entry.getValue() / most))
                            .sqlPart(" as double precision)"));
            sql.sqlPart(" else cast(").value(attribute.weight()).sqlPart(" as double precision) end");
        }
        return sql.sqlPart(")");
    }

    private static AlikeProspect prospect(Object[] row) {
        return new AlikeProspect(
                (String) row[0],
                (String) row[1],
                known(row[2]),
                known(row[3]),
                known(row[4]),
                known(row[5]),
                day(row[6]),
                Math.max(0, Math.min(1, 1 - ((Number) row[7]).doubleValue())));
    }

    private static String known(Object value) {
        String text = ((String) value).strip();
        return text.isEmpty() ? null : text;
    }

    private static LocalDate day(Object value) {
        return value instanceof Timestamp at
                ? at.toLocalDateTime().toLocalDate()
                : ((LocalDateTime) value).toLocalDate();
    }
}
