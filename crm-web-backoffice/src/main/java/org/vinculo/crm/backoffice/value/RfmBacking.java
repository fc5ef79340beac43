package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.value.RfmCell;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.RfmMap;
import org.vinculo.crm.value.ValueService;

/** The heat map of recency and frequency. */
@Named("valueRfm")
@RequestScoped
public class RfmBacking {

    private static final int GROUPS = 5;

    @EJB
    private ValueService values;

    private String definition;
    private RfmMap map;

    /** Customers with the same scores of recency and frequency. @param heat 1 for few to 5 for many */
    public record Cell(int r, int f, RfmCell name, long customers, BigDecimal monetary, int heat) {}

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
                int row = r;
                int column = f;
                most = Math.max(
                        most,
                        map.cells().stream()
                                .filter(cell -> cell.r() == row && cell.f() == column)
                                .mapToLong(RfmMap.Cell::customers)
                                .sum());
            }
        }
        return most;
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
