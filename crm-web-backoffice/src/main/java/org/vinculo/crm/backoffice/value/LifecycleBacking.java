package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.value.CohortRow;
import org.vinculo.crm.value.LifecycleService;
import org.vinculo.crm.value.LifecycleView;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.RetentionCurve;

/** Phases of the base now or on a past day, and what moved before. */
@Named("valueLifecycle")
@RequestScoped
public class LifecycleBacking {

    private static final int QUARTERS = 8;
    private static final double FULL = 400;
    private static final double GAP = 10;
    private static final String START = "START";

    @EJB
    private LifecycleService lifecycle;

    @Inject
    private CurrentCaller caller;

    private String from;
    private String to;
    private LifecycleView view;
    private String cohort;
    private List<CohortRow> cohorts;
    private RetentionCurve retention;
    private boolean denied;

    /** A band of the picture of flows: its outline and what it says. */
    public record Band(String path, String from, String to, long moves) {}

    /** A bar at one side of the picture. */
    public record Bar(String phase, String y, String height, String middle, long moves) {}

    public void load() {
        denied = caller.scope(Permission.VALUE_VIEW) != Scope.ALL;
        if (!denied) {
            view = lifecycle.census(day(from), day(to)).orElse(null);
            cohorts = lifecycle.cohorts(QUARTERS);
            retention = lifecycle.retention(number(cohort)).orElse(null);
        }
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    private static Integer number(String text) {
        return text != null && text.matches("\\d{4}") ? Integer.valueOf(text) : null;
    }

    /** The flows are of the whole base, so who sees a part of it only is told so. */
    public boolean isDenied() {
        return denied;
    }

    public LifecycleView getView() {
        return view;
    }

    public List<CohortRow> getCohorts() {
        return cohorts;
    }

    /** How long relationships last, of the chosen year of first purchases. */
    public RetentionCurve getRetention() {
        return retention;
    }

    public RetentionPicture getPicture() {
        return new RetentionPicture(retention);
    }

    public List<Integer> getQuarters() {
        List<Integer> quarters = new ArrayList<>();
        for (int i = 0; i < QUARTERS; i++) {
            quarters.add(i);
        }
        return quarters;
    }

    /** Address of the changes from a phase to another within the window; null for any phase, START for those who came in. */
    public String moves(String source, String target) {
        return "moves?from=" + (source == null ? "" : source) + "&to=" + (target == null ? "" : target) + "&after="
                + view.from() + "&until=" + view.to();
    }

    /** Address of the changes of a flow. */
    public String flow(LifecycleView.Flow flow) {
        return moves(from(flow), flow.to().name());
    }

    /** Address of the customers behind a figure, which names what it is and of what. */
    public String figure(String name, Object... of) {
        return FigureLink.to(name, of);
    }

    /** Address of those of a cohort who were customers still so many quarters after. */
    public String keptFigure(CohortRow row, int quartersAfter) {
        return figure("kept", row.quarter(), row.endOf(quartersAfter));
    }

    /** Year of first purchases that the curve is of, or any. */
    public String getYearOfCurve() {
        return retention.year() == null ? "ANY" : retention.year().toString();
    }

    /** Share of a cohort that is left, 0 to 1. */
    public double kept(CohortRow row, Long customers) {
        return row.customers() == 0 ? 0 : (double) customers / row.customers();
    }

    /** 1 for few to 5 for nearly all. */
    public int heat(CohortRow row, Long customers) {
        return (int) Math.min(5, 1 + 5 * kept(row, customers));
    }

    public long getTotal() {
        return view.shares().stream().mapToLong(LifecycleView.PhaseRow::now).sum();
    }

    private static String from(LifecycleView.Flow flow) {
        return flow.from() == null ? START : flow.from().name();
    }

    /** Those who came in before the phases, which stand in their own order. */
    private static int place(String phase) {
        return START.equals(phase) ? -1 : Phase.valueOf(phase).ordinal();
    }

    public List<Bar> getSources() {
        return bars(true);
    }

    public List<Bar> getTargets() {
        return bars(false);
    }

    private List<Bar> bars(boolean source) {
        Map<String, Long> sums = sums(source);
        double scale = scale();
        double y = 10;
        List<Bar> bars = new ArrayList<>();
        for (Map.Entry<String, Long> each : sums.entrySet()) {
            double height = Math.max(2, each.getValue() * scale);
            bars.add(new Bar(each.getKey(), number(y), number(height), number(y + height / 2 + 4), each.getValue()));
            y += height + GAP;
        }
        return bars;
    }

    private Map<String, Long> sums(boolean source) {
        Map<String, Long> sums = new TreeMap<>(Comparator.comparingInt(LifecycleBacking::place));
        view.flows().forEach(flow -> sums.merge(source ? from(flow) : flow.to().name(), flow.moves(), Long::sum));
        return sums;
    }

    private double scale() {
        long all = view.flows().stream().mapToLong(LifecycleView.Flow::moves).sum();
        return all == 0 ? 0 : FULL / all;
    }

    /** The bands between the bars, in the order of the bars. */
    public List<Band> getBands() {
        double scale = scale();
        Map<String, Double> left = starts(true);
        Map<String, Double> right = starts(false);
        List<Band> bands = new ArrayList<>();
        for (LifecycleView.Flow flow : view.flows()) {
            double height = flow.moves() * scale;
            double a = left.get(from(flow));
            double b = right.get(flow.to().name());
            left.put(from(flow), a + height);
            right.put(flow.to().name(), b + height);
            bands.add(new Band(
                    String.format(
                            Locale.ROOT,
                            "M170 %.1fC320 %.1f 320 %.1f 470 %.1fV%.1fC320 %.1f 320 %.1f 170 %.1fZ",
                            a,
                            a,
                            b,
                            b,
                            b + height,
                            b + height,
                            a + height,
                            a + height),
                    from(flow),
                    flow.to().name(),
                    flow.moves()));
        }
        return bands;
    }

    private Map<String, Double> starts(boolean source) {
        Map<String, Double> starts = new HashMap<>();
        bars(source).forEach(bar -> starts.put(bar.phase(), Double.valueOf(bar.y())));
        return starts;
    }

    public String getHeight() {
        return number(FULL + 20 + GAP * Math.max(sums(true).size(), sums(false).size()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    public String getCohort() {
        return cohort;
    }

    public void setCohort(String cohort) {
        this.cohort = cohort;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
