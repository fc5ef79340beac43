package org.vinculo.crm.value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A base of customers cut by recency, frequency and monetary value.
 *
 * @param cells that have customers, by scores
 * @param recencyCuts days since the last purchase at the four cuts
 * @param frequencyCuts orders at the four cuts
 * @param monetaryCuts amounts at the four cuts, in the currency
 */
public record RfmMap(
        RfmDefinition definition,
        LocalDate asOf,
        String currency,
        long customers,
        List<Cell> cells,
        List<Double> recencyCuts,
        List<Double> frequencyCuts,
        List<Double> monetaryCuts)
        implements Serializable {

    public RfmMap {
        cells = List.copyOf(cells);
        recencyCuts = List.copyOf(recencyCuts);
        frequencyCuts = List.copyOf(frequencyCuts);
        monetaryCuts = List.copyOf(monetaryCuts);
    }

    /** How many customers have the scores, of which 0 stands for any. */
    public long customers(int r, int f, int m) {
        return cells.stream()
                .filter(cell -> (r == 0 || cell.r() == r) && (f == 0 || cell.f() == f) && (m == 0 || cell.m() == m))
                .mapToLong(Cell::customers)
                .sum();
    }

    /** Customers with the same three scores. */
    public record Cell(int r, int f, int m, long customers, BigDecimal monetary) implements Serializable {}
}
