package org.vinculo.crm.value.internal.rfm;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vinculo.crm.value.RfmDefinition.EQUAL_GROUPS;
import static org.vinculo.crm.value.RfmDefinition.QUANTILES;
import static org.vinculo.crm.value.RfmDefinition.QUANTILES_PLUS_ONE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.PublicPurchases;
import org.vinculo.crm.value.PublicPurchases.Row;
import org.vinculo.crm.value.RfmDefinition;

/** Scores of three public bases, counted by independent programs. */
class RfmReferenceTest {

    private static final LocalDate CDNOW_END = LocalDate.of(1998, 7, 1);
    private static final LocalDate ORDERS_END = LocalDate.of(2006, 12, 31);
    private static final LocalDate RETAIL_END = LocalDate.of(2011, 12, 10);

    @Test
    void cdnowInEqualGroups() {
        Scored scored = Scored.of(EQUAL_GROUPS, cdnow());

        scored.hasGroups("[472, 472, 471, 471, 471]", "[472, 472, 471, 471, 471]", "[472, 472, 471, 471, 471]");
        scored.hasCells(67, 247, 171, 0, 0, 784548);
        assertThat(scored.grid())
                .isEqualTo("[[450, 0, 22, 0, 0], [22, 388, 41, 17, 4], [0, 84, 305, 75, 7], [0, 0, 81, 238, 152], "
                        + "[0, 0, 22, 141, 308]]");
        assertThat(scored.shareOf(555)).isCloseTo(0.4193, within(0.00005));
    }

    @Test
    void cdnowByQuantiles() {
        Scored scored = Scored.of(QUANTILES, cdnow());

        scored.hasGroups("[482, 471, 463, 470, 471]", "[1218, 0, 403, 358, 378]", "[481, 462, 472, 470, 472]");
        scored.hasCells(60, 233, 177, 0, 0, 769351);
    }

    @Test
    void cdnowByQuantilesPlusOne() {
        Scored scored = Scored.of(QUANTILES_PLUS_ONE, cdnow());

        scored.hasGroups("[459, 478, 475, 471, 474]", "[1218, 0, 403, 358, 378]", "[518, 451, 461, 460, 467]");
        scored.hasCells(60, 231, 177, 0, 0, 773868);
    }

    @Test
    void ordersInEqualGroups() {
        Scored scored = Scored.of(EQUAL_GROUPS, orders());

        scored.hasGroups("[199, 199, 199, 199, 199]", "[199, 199, 199, 199, 199]", "[199, 199, 199, 199, 199]");
        scored.hasCells(97, 40, 68, 6, 13, 331335);
        assertThat(scored.grid())
                .isEqualTo("[[88, 46, 33, 22, 10], [42, 41, 39, 42, 35], [25, 40, 48, 49, 37], [24, 32, 44, 40, 59], "
                        + "[20, 40, 35, 46, 58]]");
        assertThat(scored.shareOf(555)).isCloseTo(0.0766, within(0.00005));
    }

    @Test
    void ordersByQuantiles() {
        Scored scored = Scored.of(QUANTILES, orders());

        scored.hasGroups("[200, 198, 202, 199, 196]", "[268, 187, 176, 244, 120]", "[199, 201, 197, 203, 195]");
        scored.hasCells(92, 35, 75, 3, 17, 328239);
    }

    @Test
    void ordersByQuantilesPlusOneAreScoredLikeTheRPackage() {
        Scored scored = Scored.of(QUANTILES_PLUS_ONE, orders());

        scored.hasGroups("[197, 200, 199, 199, 200]", "[268, 187, 176, 244, 120]", "[200, 200, 198, 202, 195]");
        scored.hasCells(92, 35, 75, 2, 17, 329437);
        assertThat(scored.codes.subList(0, 5)).containsExactly(343, 412, 323, 544, 433);
    }

    @Test
    void onlineRetailInEqualGroups() {
        Scored scored = Scored.of(EQUAL_GROUPS, retail());

        scored.hasGroups("[84, 84, 84, 83, 83]", "[84, 84, 84, 83, 83]", "[84, 84, 84, 83, 83]");
        scored.hasCells(90, 27, 19, 0, 5, 138861);
        assertThat(scored.grid())
                .isEqualTo("[[29, 38, 12, 5, 0], [19, 19, 29, 16, 1], [19, 12, 18, 21, 14], [10, 9, 14, 19, 31], "
                        + "[7, 6, 11, 22, 37]]");
        assertThat(scored.shareOf(555)).isCloseTo(0.4613, within(0.00005));
    }

    @Test
    void onlineRetailByQuantiles() {
        Scored scored = Scored.of(QUANTILES, retail());

        scored.hasGroups("[84, 84, 84, 85, 81]", "[143, 89, 43, 62, 81]", "[84, 83, 84, 83, 84]");
        scored.hasCells(86, 26, 38, 0, 7, 137184);
    }

    @Test
    void onlineRetailByQuantilesPlusOne() {
        Scored scored = Scored.of(QUANTILES_PLUS_ONE, retail());

        scored.hasGroups("[83, 83, 83, 80, 89]", "[143, 89, 43, 62, 81]", "[85, 83, 83, 83, 84]");
        scored.hasCells(85, 30, 38, 0, 7, 138582);
    }

    private static List<RfmFigures> cdnow() {
        return figures(PublicPurchases.cdnowSample(), row -> row.day().toString(), CDNOW_END);
    }

    private static List<RfmFigures> orders() {
        return figures(PublicPurchases.rfmPackage(), Row::document, ORDERS_END);
    }

    private static List<RfmFigures> retail() {
        return figures(PublicPurchases.onlineRetail(), Row::document, RETAIL_END);
    }

    /** Customers in the order of their names, which is the order that cuts ties in the reference. */
    private static List<RfmFigures> figures(List<Row> rows, Function<Row, String> order, LocalDate asOf) {
        Map<String, List<Row>> byCustomer = rows.stream().collect(groupingBy(Row::customer, TreeMap::new, toList()));
        List<RfmFigures> figures = new ArrayList<>();
        for (List<Row> own : byCustomer.values()) {
            LocalDate last = own.stream()
                    .map(Row::day)
                    .max(comparing(Function.identity()))
                    .orElseThrow();
            int orders = order.apply(own.get(0)) == null
                    ? own.size()
                    : (int) own.stream().map(order).distinct().count();
            BigDecimal spent = own.stream().map(Row::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            figures.add(RfmFigures.of(figures.size(), last, orders, spent, asOf));
        }
        return figures;
    }

    private record Scored(List<RfmFigures> figures, List<RfmScore> scores, List<Integer> codes) {

        static Scored of(RfmDefinition definition, List<RfmFigures> figures) {
            RfmScale scale = RfmScale.of(definition, figures);
            List<RfmScore> scores = figures.stream().map(scale::score).toList();
            return new Scored(
                    figures, scores, scores.stream().map(RfmScore::code).toList());
        }

        void hasGroups(String recency, String frequency, String monetary) {
            assertThat(groups(RfmScore::recency)).as("recency").isEqualTo(recency);
            assertThat(groups(RfmScore::frequency)).as("frequency").isEqualTo(frequency);
            assertThat(groups(RfmScore::monetary)).as("monetary").isEqualTo(monetary);
        }

        void hasCells(long distinct, long best, long worst, long newAndSmall, long lostAndSmall, int sum) {
            assertThat(codes.stream().distinct()).as("cells in use").hasSize((int) distinct);
            assertThat(List.of(count(555), count(111), count(155), count(511)))
                    .as("555, 111, 155, 511")
                    .containsExactly(best, worst, newAndSmall, lostAndSmall);
            assertThat(codes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(sum);
        }

        String grid() {
            int[][] grid = new int[5][5];
            scores.forEach(score -> grid[score.recency() - 1][score.frequency() - 1]++);
            return Arrays.deepToString(grid);
        }

        double shareOf(int code) {
            double sum = figures.stream().mapToDouble(RfmFigures::monetary).sum();
            double part = 0;
            for (int i = 0; i < figures.size(); i++) {
                part += codes.get(i) == code ? figures.get(i).monetary() : 0;
            }
            return part / sum;
        }

        private long count(int code) {
            return codes.stream().filter(other -> other == code).count();
        }

        private String groups(ToIntFunction<RfmScore> score) {
            int[] groups = new int[5];
            scores.forEach(each -> groups[score.applyAsInt(each) - 1]++);
            return Arrays.toString(groups);
        }
    }
}
