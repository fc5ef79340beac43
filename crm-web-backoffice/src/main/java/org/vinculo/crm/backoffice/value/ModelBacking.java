package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.ModelCardView;
import org.vinculo.crm.value.ModelGrade;
import org.vinculo.crm.value.ValueService;

/** The card of the model behind the figures. */
@Named("valueModel")
@RequestScoped
public class ModelBacking {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 180;
    private static final int LEFT = 44;
    private static final int BASE = 190;
    private static final int RUNS = 10;
    private static final int LINES = 4;
    private static final double[] ROUND = {1, 2, 2.5, 5};

    @EJB
    private ValueService values;

    @Inject
    private Viewer viewer;

    private ModelCardView card;
    private List<ModelCardView> runs;
    private String run;
    private boolean opens;
    private boolean everybody;

    /** A dot of the calibration: x and y on the picture. */
    public record Dot(int label, String x, String expected, String actual) {}

    /** A line across the picture with its number. */
    public record Grid(String y, double value) {}

    public void load() {
        runs = values.models(RUNS);
        card = runs.stream()
                .filter(each -> each.runId().equals(run))
                .findFirst()
                .orElse(runs.isEmpty() ? null : runs.get(0));
        opens = isNewest() && values.modelOpens();
        everybody = values.seesEverybody();
    }

    /** Whether the card is that of the figures that count: whose histories an earlier one was fitted on nobody knows any more. */
    public boolean isNewest() {
        return card != null && card.runId().equals(runs.get(0).runId());
    }

    /** Address of the customers behind a count, or null where it does not open. */
    public String figure(String name, Object... of) {
        return opens ? FigureLink.to(name, of) : null;
    }

    /** Address of the customers of a model, or null where they do not open; of an earlier one those who are still here. */
    public String customers(ModelCardView of, boolean again) {
        if (opens && of.runId().equals(runs.get(0).runId())) {
            return again ? figure("bought", 1) : figure("fitted", "ALL");
        }
        return everybody ? "../customers/list?model=" + of.runId() + (again ? ".AGAIN" : "") : null;
    }

    /** Address of the purchases behind a count, or null where it does not open. */
    public String purchases(String of) {
        if (!everybody || !viewer.permits("purchase.view")) {
            return null;
        }
        return "purchases?of=" + of + (isNewest() ? "" : "&run=" + card.runId());
    }

    /** What an earlier card still tells. */
    public String getPast() {
        OptionalLong left = values.stillHere(card.runId());
        return left.isPresent()
                ? Texts.text(
                        viewer.getLocale(),
                        "value.model.past.left",
                        viewer.getFormat().date(card.asOf()),
                        card.customers(),
                        left.getAsLong())
                : Texts.text(
                        viewer.getLocale(),
                        "value.model.past",
                        viewer.getFormat().date(card.asOf()));
    }

    /** Which refresh it is of; null for the newest. */
    public String getRun() {
        return run;
    }

    public void setRun(String run) {
        this.run = run;
    }

    public boolean isOpens() {
        return opens;
    }

    public ModelCardView getCard() {
        return card;
    }

    public List<ModelCardView> getRuns() {
        return runs;
    }

    /** By how much more was expected than came, with its sign. */
    public String getDeviation() {
        Double deviation = card.check().deviation();
        if (deviation == null) {
            return "–";
        }
        return (deviation > 0 ? "+" : "") + viewer.getFormat().percent(deviation, 1);
    }

    public String getGradeTone() {
        ModelGrade grade = card.grade();
        return switch (grade) {
            case A, B -> "pos";
            case C -> "cau";
            case D -> "neg";
            case UNCHECKED -> "";
        };
    }

    public List<Dot> getDots() {
        List<ModelCardView.Group> groups = card.check().calibration();
        double top = top();
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            ModelCardView.Group group = groups.get(i);
            double x = LEFT + (groups.size() == 1 ? 0 : (double) WIDTH * i / (groups.size() - 1));
            dots.add(new Dot(group.label(), number(x), y(group.meanExpected(), top), y(group.meanActual(), top)));
        }
        return dots;
    }

    public String getExpectedLine() {
        return String.join(
                " ",
                getDots().stream().map(dot -> dot.x() + "," + dot.expected()).toList());
    }

    public String getActualLine() {
        return String.join(
                " ", getDots().stream().map(dot -> dot.x() + "," + dot.actual()).toList());
    }

    public List<Grid> getGrid() {
        double top = top();
        List<Grid> grid = new ArrayList<>();
        for (int i = 0; i <= LINES; i++) {
            grid.add(new Grid(y(top * i / LINES, top), top * i / LINES));
        }
        return grid;
    }

    private double top() {
        double top = card.check().calibration().stream()
                .mapToDouble(group -> Math.max(group.meanExpected(), group.meanActual()))
                .max()
                .orElse(1);
        return top <= 0 ? 1 : LINES * roundStep(top / LINES);
    }

    /** The next 1, 2, 2.5 or 5 times a power of ten, so that the lines of the picture have numbers that can be read. */
    private static double roundStep(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (double round : ROUND) {
            if (step <= round * power) {
                return round * power;
            }
        }
        return 10 * power;
    }

    private static String y(double value, double top) {
        return number(BASE - HEIGHT * value / top);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
