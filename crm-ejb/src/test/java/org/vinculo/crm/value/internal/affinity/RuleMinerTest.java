package org.vinculo.crm.value.internal.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculo.crm.exchange.PublicData;
import org.vinculo.crm.value.PublicPurchases;

/** Rules over public baskets against an independent program, and over small ones against counting. */
class RuleMinerTest {

    @ParameterizedTest
    @CsvSource({
        "0.006, 0.25, 463, 150, 447",
        "0.010, 0.25, 170, 96, 170",
        "0.020, 0.30, 37, 32, 37",
        "0.001, 0.50, 5668, 11, 1472",
        "0.005, 0.50, 120, 1, 99",
        "0.010, 0.50, 15, 0, 15",
        "0.001, 0.80, 410, 0, 29"
    })
    void groceriesHaveTheReferenceCounts(double support, double confidence, int all, int twoItems, int upToThree) {
        List<Rule> rules = RuleMiner.rules(groceries(Set.of()), RuleLimits.of(support, confidence));

        assertThat(rules).hasSize(all);
        assertThat(rules.stream().filter(rule -> rule.items().size() == 1)).hasSize(twoItems);
        assertThat(rules.stream().filter(rule -> rule.items().size() <= 2)).hasSize(upToThree);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, '{1=157, 2=2981, 3=6831, 4=3137, 5=376, 6=10}'",
        "0.005, '{1=120, 2=605, 3=264, 4=12}'",
        "0.01, '{1=88, 2=213, 3=32}'",
        "0.02, '{1=59, 2=61, 3=2}'",
        "0.05, '{1=28, 2=3}'"
    })
    void frequentSetsHaveTheReferenceSizes(double support, String sizes) {
        FrequentSets sets = FrequentSets.of(groceries(Set.of()), RuleLimits.of(support, 1));

        assertThat(sets.bySize()).hasToString(sizes);
    }

    @Test
    void everyGoldenRuleIsFoundWithItsFigures() {
        Map<String, Rule> found = RuleMiner.rules(groceries(Set.of()), RuleLimits.of(0.006, 0.25)).stream()
                .collect(Collectors.toMap(RuleMinerTest::text, Function.identity()));
        List<NamedCsvRecord> golden = PublicPurchases.csv("market-basket/rules_groceries_supp0.006_conf0.25.csv")
                .toList();

        assertThat(found.keySet())
                .isEqualTo(golden.stream()
                        .map(row -> canonical(row.getField("rules")))
                        .collect(Collectors.toSet()));
        for (NamedCsvRecord row : golden) {
            Rule rule = found.get(canonical(row.getField("rules")));
            assertThat(rule.count()).isEqualTo(Integer.parseInt(row.getField("count")));
            assertThat(rule.support()).isCloseTo(figure(row, "support"), within(1e-12));
            assertThat(rule.confidence()).isCloseTo(figure(row, "confidence"), within(1e-12));
            assertThat(rule.coverage()).isCloseTo(figure(row, "coverage"), within(1e-12));
            assertThat(rule.lift()).isCloseTo(figure(row, "lift"), within(1e-10));
        }
    }

    @Test
    void aHundredThousandBasketsTakeSeconds() throws IOException {
        Baskets baskets = new Baskets(Set.of());
        try (Stream<String> lines = Files.lines(PublicData.file("market-basket/arules/T10I4D100K.dat"))) {
            lines.forEach(line -> baskets.add(List.of(line.trim().split(" "))));
        }

        // time of the processor, which one thread cannot have more of than the clock on the wall shows on an idle
        // machine
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        List<Rule> rules = RuleMiner.rules(baskets, RuleLimits.of(0.002, 0.5));
        double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;

        assertThat(baskets.size()).isEqualTo(100_000);
        assertThat(FrequentSets.of(baskets, RuleLimits.of(0.002, 0.5)).size()).isEqualTo(13_255);
        assertThat(rules).hasSize(36_071);
        assertThat(seconds).isLessThan(5);
        assertThat(FrequentSets.of(baskets, RuleLimits.of(0.01, 0.5)).size()).isEqualTo(385);
        assertThat(RuleMiner.rules(baskets, RuleLimits.of(0.01, 0.5))).hasSize(6);
        assertThat(FrequentSets.of(baskets, RuleLimits.of(0.005, 0.5)).size()).isEqualTo(1073);
        assertThat(RuleMiner.rules(baskets, RuleLimits.of(0.005, 0.5))).hasSize(607);
    }

    @ParameterizedTest
    @CsvSource({
        "Germany, 457, 0.05, 0.3, 72",
        "Germany, 457, 0.03, 0.5, 289",
        "France, 389, 0.07, 0.5, 79",
        "France, 389, 0.05, 0.5, 168"
    })
    void invoicesOfACountryHaveTheReferenceCounts(
            String country, int invoices, double support, double confidence, int rules) {
        Baskets baskets = retail(country, Set.of());

        assertThat(baskets.size()).isEqualTo(invoices);
        assertThat(RuleMiner.rules(baskets, RuleLimits.of(support, confidence))).hasSize(rules);
    }

    @Test
    void postageIsNeverRecommendedNorAReason() {
        List<Rule> rules = RuleMiner.rules(retail("Germany", Set.of("POST")), RuleLimits.of(0.05, 0.3));

        assertThat(rules)
                .isNotEmpty()
                .noneMatch(rule ->
                        rule.recommended().equals("POST") || rule.items().contains("POST"));
    }

    @Test
    void offersStartFromWhatTheCustomerHas() {
        List<Rule> rules = RuleMiner.rules(groceries(Set.of()), new RuleLimits(0.006, 0.25, 1.2, 3, 100_000));

        List<Rule> offers = Recommender.offers(rules, Set.of("herbs", "butter"), Set.of("whole milk"), 3);

        assertThat(offers).hasSizeBetween(1, 3).allSatisfy(rule -> {
            assertThat(Set.of("herbs", "butter")).containsAll(rule.items());
            assertThat(rule.recommended()).isNotIn("herbs", "butter", "whole milk");
            assertThat(rule.lift()).isGreaterThanOrEqualTo(1.2);
        });
        assertThat(offers).extracting(Rule::recommended).doesNotHaveDuplicates();
    }

    @Test
    void aSupportThatNeverEndsIsGivenUp() {
        Baskets baskets = groceries(Set.of());

        assertThatThrownBy(() -> RuleMiner.rules(baskets, new RuleLimits(0.001, 0.5, 0, 10, 1000)))
                .isInstanceOf(FrequentSets.TooManySets.class);
    }

    @Property(tries = 200)
    void rulesAreThoseThatCountingFinds(@ForAll("baskets") List<Set<String>> lists) {
        Baskets baskets = new Baskets(Set.of());
        lists.forEach(baskets::add);

        List<Rule> rules = RuleMiner.rules(baskets, new RuleLimits(0.2, 0.5, 0, 3, 10_000));

        assertThat(rules.stream().map(RuleMinerTest::text).collect(Collectors.toSet()))
                .isEqualTo(counted(lists));
    }

    private static Set<String> counted(List<Set<String>> lists) {
        Set<String> found = new HashSet<>();
        List<String> items = List.of("a", "b", "c", "d", "e");
        for (int mask = 1; mask < 32; mask++) {
            Set<String> left = new TreeSet<>();
            for (int i = 0; i < 5; i++) {
                if ((mask >> i & 1) == 1) {
                    left.add(items.get(i));
                }
            }
            for (String right : items) {
                Set<String> all = new TreeSet<>(left);
                long with =
                        lists.stream().filter(list -> list.containsAll(left)).count();
                if (all.add(right) && all.size() <= 3) {
                    long both =
                            lists.stream().filter(list -> list.containsAll(all)).count();
                    if (both > 0 && both * 5 >= lists.size() && both * 2 >= with) {
                        found.add(left + " => " + right);
                    }
                }
            }
        }
        return found;
    }

    @Provide
    Arbitrary<List<Set<String>>> baskets() {
        return Arbitraries.of("a", "b", "c", "d", "e").set().list().ofMinSize(1).ofMaxSize(40);
    }

    private static Baskets groceries(Set<String> excluded) {
        Baskets baskets = new Baskets(excluded);
        try (Stream<String> lines = Files.lines(PublicData.file("market-basket/groceries.basket.csv"))) {
            lines.forEach(line -> baskets.add(Arrays.asList(line.split(","))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return baskets;
    }

    private static Baskets retail(String country, Set<String> excluded) {
        Map<String, Set<String>> invoices = new TreeMap<>();
        PublicPurchases.csv("public-split/online_retail_non_uk.csv")
                .filter(row -> row.getField("Country").equals(country))
                .filter(row -> !row.getField("InvoiceNo").startsWith("C"))
                .filter(row -> !row.getField("CustomerID").isBlank())
                .filter(row -> Integer.parseInt(row.getField("Quantity")) > 0)
                .filter(row -> Double.parseDouble(row.getField("UnitPrice")) > 0)
                .forEach(row -> invoices.computeIfAbsent(row.getField("InvoiceNo"), key -> new TreeSet<>())
                        .add(row.getField("StockCode")));
        Baskets baskets = new Baskets(excluded);
        invoices.values().forEach(baskets::add);
        return baskets;
    }

    private static String text(Rule rule) {
        return rule.items() + " => " + rule.recommended();
    }

    private static String canonical(String golden) {
        String[] sides = golden.split(" => ");
        return Arrays.stream(sides[0].replaceAll("[{}]", "").split(","))
                        .sorted()
                        .toList()
                + " => "
                + sides[1].replaceAll("[{}]", "");
    }

    private static double figure(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
