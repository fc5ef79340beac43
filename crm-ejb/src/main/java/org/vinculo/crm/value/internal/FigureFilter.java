package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.OpenedFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.Quarter;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.Phase;

/**
 * The customers behind a figure of the whole base. A value names the figure and what it is of, with dots between:
 *
 * <ul>
 *   <li>{@code in.RETENTION.2026-10-31} in a phase at the end of a day, {@code in.CUSTOMERS.2026-10-31} in any of customers
 *   <li>{@code moved.AT_RISK.LAPSED.2025-10-31.2026-10-31} between two phases after a day until another; {@code ANY} for any
 *       phase, {@code START} for those who came in
 *   <li>{@code lost.2025-10-31.2026-10-31} customers on the first day who were gone on the second
 *   <li>{@code kept.2025-Q1.2026-03-31} first bought in a quarter and customers at the end of a day
 *   <li>{@code lasted.12.2024.2026-10-31} first bought in a year, or in {@code ANY}, and watched for as many months until a day
 *   <li>{@code ended.2024} first bought in a year, or in {@code ANY}, and gone
 *   <li>{@code bought.1} as often again as said, or more often
 *   <li>{@code repeated.7} as often again as said; 7 or more often
 *   <li>{@code checked.7} as often again within what the check observed; 7 or more often
 *   <li>{@code tenth.7} a tenth of the check, by what was expected of them; 10 for the most
 *   <li>{@code fitted.ALL} customers on the day of the model, {@code fitted.PURCHASES} those on whose purchases it was fitted,
 *       {@code fitted.VALUES} those on whose values it was
 *   <li>{@code learned.ALL} from whom the chance to leave was learned, {@code learned.GONE} those who left
 *   <li>{@code tried.7.ALL} a tenth of those on whom that was checked, or {@code ANY}; {@code tried.7.GONE} those who left
 *   <li>{@code peers.PERSON.BR} of a group of peers
 * </ul>
 */
@ApplicationScoped
public class FigureFilter extends OpenedFilter {

    static final int MOST_FREQUENT = 7;

    private static final String ANY = "ANY";
    private static final String START = "START";
    private static final String CUSTOMERS = "CUSTOMERS";
    private static final String ALL = "ALL";
    private static final String LEFT = "GONE";
    private static final List<String> FITTED = List.of(ALL, "PURCHASES", "VALUES");
    private static final Pattern TENTH = Pattern.compile("[1-9]|10|ANY");
    private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");
    private static final Pattern YEAR = Pattern.compile("\\d{4}|ANY");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}|ANY");

    @Inject
    CurrentCaller caller;

    public FigureFilter() {
        super("figure", 25, Phrase.of("value.filter.figure"));
    }

    @Override
    public boolean accepts(String value) {
        String[] parts = parts(value);
        return switch (parts[0] + parts.length) {
            case "in3" -> (CUSTOMERS.equals(parts[1]) || isPhase(parts[1])) && isDay(parts[2]);
            case "moved5" ->
                (ANY.equals(parts[1]) || START.equals(parts[1]) || isPhase(parts[1]))
                        && (ANY.equals(parts[2]) || isPhase(parts[2]))
                        && isDay(parts[3])
                        && isDay(parts[4]);
            case "lost3" -> isDay(parts[1]) && isDay(parts[2]);
            case "kept3" -> QUARTER.matcher(parts[1]).matches() && isDay(parts[2]);
            case "lasted4" ->
                NUMBER.matcher(parts[1]).matches() && YEAR.matcher(parts[2]).matches() && isDay(parts[3]);
            case "ended2" -> YEAR.matcher(parts[1]).matches();
            case "bought2", "repeated2", "checked2" -> NUMBER.matcher(parts[1]).matches();
            case "tenth2" -> TENTH.matcher(parts[1]).matches() && !ANY.equals(parts[1]);
            case "fitted2" -> FITTED.contains(parts[1]);
            case "learned2" -> isOutcome(parts[1]);
            case "tried3" -> TENTH.matcher(parts[1]).matches() && isOutcome(parts[2]);
            case "peers3" -> isKind(parts[1]) && COUNTRY.matcher(parts[2]).matches();
            default -> false;
        };
    }

    private static String[] parts(String value) {
        return value.split("\\.", -1);
    }

    private static boolean isPhase(String name) {
        return Arrays.stream(Phase.values()).anyMatch(phase -> phase.name().equals(name));
    }

    private static boolean isOutcome(String name) {
        return ALL.equals(name) || LEFT.equals(name);
    }

    private static boolean isKind(String name) {
        return Arrays.stream(CustomerKind.values()).anyMatch(kind -> kind.name().equals(name));
    }

    private static boolean isDay(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    @Override
    public Phrase text(String value) {
        String[] parts = parts(value);
        return switch (parts[0]) {
            case "in" -> Phrase.of("value.figure.in", phase(parts[1]), LocalDate.parse(parts[2]));
            case "moved" ->
                Phrase.of(
                        "value.figure.moved",
                        phase(parts[1]),
                        phase(parts[2]),
                        LocalDate.parse(parts[3]),
                        LocalDate.parse(parts[4]));
            case "lost" -> Phrase.of("value.figure.lost", LocalDate.parse(parts[1]), LocalDate.parse(parts[2]));
            case "kept" -> Phrase.of("value.figure.kept", Quarter.of(parts[1]), LocalDate.parse(parts[2]));
            case "lasted" -> inYear("value.figure.lasted", parts[2], Integer.valueOf(parts[1]));
            case "ended" -> inYear("value.figure.ended", parts[1], 0);
            case "bought" -> Phrase.of("value.figure.bought", Integer.valueOf(parts[1]));
            case "repeated" -> Phrase.of("value.figure.repeated", Integer.valueOf(parts[1]));
            case "checked" -> Phrase.of("value.figure.checked", Integer.valueOf(parts[1]));
            case "tenth" -> Phrase.of("value.figure.tenth", Integer.valueOf(parts[1]));
            case "fitted" -> Phrase.of("value.figure.fitted." + parts[1]);
            case "learned" -> Phrase.of(LEFT.equals(parts[1]) ? "value.figure.learned.gone" : "value.figure.learned");
            case "tried" -> tried(LEFT.equals(parts[2]) ? "value.figure.tried.gone" : "value.figure.tried", parts[1]);
            default -> Phrase.of("value.figure.peers", peers(Phrase.of("value.peers." + parts[1]), parts[2]));
        };
    }

    private static Phrase tried(String key, String tenth) {
        return ANY.equals(tenth) ? Phrase.of(key) : Phrase.of(key + ".tenth", Integer.valueOf(tenth));
    }

    private static Phrase peers(Phrase kind, String country) {
        return ANY.equals(country)
                ? kind
                : Phrase.of(
                        "value.peers.in",
                        kind,
                        new Locale.Builder().setRegion(country).build());
    }

    private static Phrase phase(String name) {
        return switch (name) {
            case ANY -> Phrase.of("value.figure.anyPhase");
            case START -> Phrase.of("value.lifecycle.came");
            case CUSTOMERS -> Phrase.of("value.figure.customers");
            default -> Phrase.of("value.phase." + name);
        };
    }

    private static Phrase inYear(String key, String year, Serializable what) {
        return ANY.equals(year) ? Phrase.of(key, what) : Phrase.of(key + ".year", what, year);
    }

    /** The figures are of the whole base, so whom they are of is for those who see the whole base. */
    @Override
    public boolean permitted() {
        return caller.scope(Permission.VALUE_VIEW) == Scope.ALL;
    }

    @Override
    public SqlText condition(String value) {
        String[] parts = parts(value);
        return switch (parts[0]) {
            case "in" -> in(parts[1], LocalDate.parse(parts[2]));
            case "moved" -> moved(parts[1], parts[2], LocalDate.parse(parts[3]), LocalDate.parse(parts[4]));
            case "lost" -> lost(LocalDate.parse(parts[1]), LocalDate.parse(parts[2]));
            case "kept" -> {
                SqlText kept = SqlText.empty()
                        .sqlPart("(exists (select 1 from customer_value cv where cv.customer_id = c.id"
                                + " and cv.cohort = ")
                        .value(parts[1])
                        .sqlPart(") and ");
                yield kept.add(in(CUSTOMERS, LocalDate.parse(parts[2]))).sqlPart(")");
            }
            case "lasted" ->
                RetentionQuery.watched(Integer.parseInt(parts[1]), year(parts[2]), LocalDate.parse(parts[3]));
            case "ended" -> RetentionQuery.ended(year(parts[1]));
            case "bought" ->
                SqlText.empty()
                        .sqlPart("exists (select 1 from customer_value cv where cv.customer_id = c.id"
                                + " and cv.first_on is not null and cv.repeats >= ")
                        .value(Integer.valueOf(parts[1]))
                        .sqlPart(")");
            case "repeated" -> repeated(Integer.parseInt(parts[1]));
            case "checked" -> checked(Integer.parseInt(parts[1]));
            case "tenth" ->
                taken().sqlPart("check_place = ")
                        .value(Integer.valueOf(parts[1]))
                        .sqlPart(")");
            case "fitted" ->
                taken().sqlPart("fitted >= ")
                        .value(FITTED.indexOf(parts[1]) + 1)
                        .sqlPart(")");
            case "learned" -> lesson(parts[1]).sqlPart(")");
            case "tried" ->
                ANY.equals(parts[1])
                        ? lesson(parts[2]).sqlPart(" and cl.place is not null)")
                        : lesson(parts[2])
                                .sqlPart(" and cl.place = ")
                                .value(Integer.valueOf(parts[1]))
                                .sqlPart(")");
            default ->
                SqlText.empty()
                        .sqlPart("exists (select 1 from customer_value cv where cv.customer_id = c.id"
                                + " and cv.first_on is not null and cv.peer_group = ")
                        .value(ANY.equals(parts[2]) ? parts[1] : parts[1] + " " + parts[2])
                        .sqlPart(")");
        };
    }

    private static Integer year(String text) {
        return ANY.equals(text) ? null : Integer.valueOf(text);
    }

    private static SqlText in(String phase, LocalDate day) {
        SqlText sql = standing(day);
        if (CUSTOMERS.equals(phase)) {
            return sql.sqlPart(" and pc.to_phase in " + PhaseQuery.CUSTOMERS + ")");
        }
        return sql.sqlPart(" and pc.to_phase = ").value(phase).sqlPart(")");
    }

    private static SqlText lost(LocalDate from, LocalDate to) {
        return SqlText.empty()
                .sqlPart("(")
                .add(in(CUSTOMERS, from))
                .sqlPart(" and ")
                .add(standing(to))
                .sqlPart(" and pc.to_phase in " + PhaseQuery.GONE + "))");
    }

    /** The phase at the end of a day, {@code pc}; whoever asks says which and closes the bracket. */
    private static SqlText standing(LocalDate day) {
        return SqlText.empty()
                .sqlPart("exists (select 1 from phase_change pc where pc.customer_id = c.id and pc.changed_on <= ")
                .value(day)
                .sqlPart(" and (pc.left_on is null or pc.left_on > ")
                .value(day)
                .sqlPart(")");
    }

    private static SqlText moved(String from, String to, LocalDate after, LocalDate until) {
        return SqlText.empty()
                .sqlPart("exists (select 1 from phase_change pc where pc.customer_id = c.id")
                .add(PhaseQuery.moves(from, to, after, until))
                .sqlPart(")");
    }

    /** Of those from whom the chance to leave that counts was learned, {@code cl}. */
    private static SqlText lesson(String outcome) {
        return SqlText.empty()
                .sqlPart("exists (select 1 from churn_lesson cl where cl.customer_id = c.id and cl.run_id ="
                        + " (select max(r.id) from churn_run r where r.state = 'COMPLETED')")
                .sqlPart(LEFT.equals(outcome) ? " and cl.gone = 1" : "");
    }

    private static SqlText repeated(int repeats) {
        return often(
                SqlText.empty()
                        .sqlPart("exists (select 1 from customer_value cv where cv.customer_id = c.id"
                                + " and cv.first_on is not null and cv.repeats"),
                repeats);
    }

    private static SqlText checked(int repeats) {
        return often(
                SqlText.empty()
                        .sqlPart("exists (select 1 from customer_value cv where cv.customer_id = c.id"
                                + " and cv.check_repeats"),
                repeats);
    }

    /** What the last refresh took from a customer; it stays when figures are made again between two. */
    private static SqlText taken() {
        return SqlText.empty().sqlPart("exists (select 1 from customer_value cv where cv.customer_id = c.id and cv.");
    }

    /** Ends a condition that stands at the number of repeats. */
    private static SqlText often(SqlText upToTheNumber, int repeats) {
        return upToTheNumber
                .sqlPart(repeats >= MOST_FREQUENT ? " >= " : " = ")
                .value(repeats)
                .sqlPart(")");
    }
}
