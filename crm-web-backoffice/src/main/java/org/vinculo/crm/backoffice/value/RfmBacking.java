package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Format;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.RfmCell;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.RfmMap;
import org.vinculo.crm.value.ValueService;

/** The heat map of recency and frequency. */
@Named("valueRfm")
@RequestScoped
public class RfmBacking {

    private static final int GROUPS = 5;
    private static final int CENTS = 2;

    @EJB
    private ValueService values;

    @Inject
    private Viewer viewer;

    private String definition;
    private RfmMap map;

    /** Customers with the same scores of recency and frequency. @param heat 1 for few to 5 for many */
    public record Cell(int r, int f, RfmCell name, long customers, BigDecimal monetary, int heat) {}

    /** Customers with the same score of one figure. @param rfm the score in the place of its figure, 0 in the others */
    public record Band(String limits, long customers, int rfm) {

        public String getRfmText() {
            return String.format(Locale.ROOT, "%03d", rfm);
        }
    }

    /** What a score means of each figure. */
    public record Bands(int score, Band recency, Band frequency, Band monetary) {}

    /** A line of the map. */
    public record Row(int r, List<Cell> cells) {}

    public void load() {
        RfmDefinition wanted = Arrays.stream(RfmDefinition.values())
                .filter(each -> each.name().equals(definition))
                .findFirst()
                .orElse(null);
        try {
            map = values.rfm(wanted, null);
        } catch (NotFound nothingYet) {
            map = null;
        }
    }

    public RfmMap getMap() {
        return map;
    }

    /** The best recency first, as people read a map. */
    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        long most = most();
        for (int r = GROUPS; r >= 1; r--) {
            List<Cell> cells = new ArrayList<>();
            for (int f = 1; f <= GROUPS; f++) {
                cells.add(cell(r, f, most));
            }
            rows.add(new Row(r, cells));
        }
        return rows;
    }

    private Cell cell(int r, int f, long most) {
        List<RfmMap.Cell> of = map.cells().stream()
                .filter(cell -> cell.r() == r && cell.f() == f)
                .toList();
        long customers = of.stream().mapToLong(RfmMap.Cell::customers).sum();
        BigDecimal monetary = of.stream().map(RfmMap.Cell::monetary).reduce(BigDecimal.ZERO, BigDecimal::add);
        int heat = most == 0 ? 1 : (int) Math.min(GROUPS, 1 + customers * GROUPS / (most + 1));
        return new Cell(r, f, RfmCell.of(r, f), customers, monetary, heat);
    }

    private long most() {
        long most = 0;
        for (int r = 1; r <= GROUPS; r++) {
            for (int f = 1; f <= GROUPS; f++) {
                most = Math.max(most, map.customers(r, f, 0));
            }
        }
        return most;
    }

    /** The best scores first; empty where nobody was there to be cut into groups. */
    public List<Bands> getBands() {
        List<Bands> bands = new ArrayList<>();
        for (int score = map.recencyCuts().isEmpty() ? 0 : GROUPS; score >= 1; score--) {
            bands.add(new Bands(
                    score,
                    new Band(limits(map.recencyCuts(), GROUPS + 1 - score, 0), map.customers(score, 0, 0), 100 * score),
                    new Band(limits(map.frequencyCuts(), score, 0), map.customers(0, score, 0), 10 * score),
                    new Band(limits(map.monetaryCuts(), score, CENTS), map.customers(0, 0, score), score)));
        }
        return bands;
    }

    /** @param group 1 for the smallest figures to 5 */
    private String limits(List<Double> cuts, int group, int digits) {
        String key = "value.rfm.limits." + map.definition();
        Format format = viewer.getFormat();
        String from = group == 1 ? null : number(format, cuts.get(group - 2), digits);
        String to = group == GROUPS ? null : number(format, cuts.get(group - 1), digits);
        if (from == null) {
            return Texts.text(viewer.getLocale(), key + ".first", to);
        }
        return to == null
                ? Texts.text(viewer.getLocale(), key + ".last", from)
                : Texts.text(viewer.getLocale(), "value.rfm.limits", from, to);
    }

    private static String number(Format format, double cut, int digits) {
        return digits == 0 ? format.number(cut) : format.number(cut, digits);
    }

    /** The cell with the most customers that need somebody: of those who bought often and are about to be lost. */
    public long getAboutToBeLost() {
        return map.cells().stream()
                .filter(cell -> RfmCell.of(cell.r(), cell.f()) == RfmCell.CANNOT_LOSE)
                .mapToLong(RfmMap.Cell::customers)
                .sum();
    }

    public RfmDefinition[] getDefinitions() {
        return RfmDefinition.values();
    }

    public List<Integer> getScores() {
        return List.of(1, 2, 3, 4, 5);
    }

    public String getDefinition() {
        return definition;
    }

    public void setDefinition(String definition) {
        this.definition = definition;
    }
}
