package org.vinculo.crm.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.purchase.LineOutcome.Action;
import org.vinculo.crm.purchase.PurchaseImport.LineUndo;
import org.vinculo.crm.purchase.internal.PurchaseBatch;
import org.vinculo.crm.purchase.internal.PurchaseStore;
import org.vinculo.crm.purchase.internal.PurchaseSums;
import org.vinculo.crm.shared.PageRequest;

class PurchaseImportTest extends DatabaseTest {

    private static final PurchaseImport.Source FILE =
            new PurchaseImport.Source(DataOrigin.IMPORT, "import", true, false);
    private static final Instant DAY = LocalDate.of(2024, 3, 7).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final Map<String, Integer> equal = new HashMap<>();
    private PurchaseImport purchases;
    private PurchaseStore store;
    private long ana;
    private long bruno;

    @BeforeEach
    void customers() {
        purchases = wire(new PurchaseImport(), wire(new PurchaseBatch()), wire(new PurchaseSums()));
        store = wire(new PurchaseStore());
        ana = customer("Ana");
        bruno = customer("Bruno");
    }

    @AfterEach
    void sumsAreThoseOfThePurchases() {
        SumsCheck.requireSame(em, ana, bruno);
    }

    @Test
    void linesOfOneDocumentAreOnePurchaseAcrossCalls() {
        purchases.write(List.of(document("F1", "A", "10.00"), document("F1", "B", "5.50")), FILE);
        purchases.write(List.of(document("F1", "C", "1.00"), document("F2", "A", "7.00")), FILE);
        flushAndClear();

        assertThat(store.page(ana, PageRequest.of(0, 10)).items())
                .extracting(
                        PurchaseView::documentNumber,
                        view -> view.total().amount().toPlainString(),
                        PurchaseView::lines)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("F1", "16.5000", 3),
                        org.assertj.core.groups.Tuple.tuple("F2", "7.0000", 1));
    }

    @Test
    void equalLinesAreRealButComeOnlyOnce() {
        List<ImportedLine> file = List.of(loose("9.99"), loose("9.99"), loose("9.99"));

        List<LineOutcome> first = purchases.write(file, FILE);
        List<LineOutcome> again = purchases.write(file, FILE);

        assertThat(first).extracting(LineOutcome::action).containsOnly(Action.CREATED);
        assertThat(again).extracting(LineOutcome::action).containsOnly(Action.UNCHANGED);
        assertThat(store.figures(ana).count()).isEqualTo(3);
        assertThat(store.figures(ana).totals().get(0).amount()).isEqualByComparingTo("29.97");
    }

    @Test
    void aCorrectedLineChangesItsPurchase() {
        purchases.write(List.of(document("F1", "A", "10.00"), document("F1", "B", "5.00")), FILE);
        equal.clear();

        List<LineOutcome> corrected = purchases.write(List.of(document("F1", "A", "12.50")), FILE);
        flushAndClear();

        assertThat(corrected).extracting(LineOutcome::action).containsExactly(Action.CHANGED);
        assertThat(corrected.get(0).before().amount()).isEqualByComparingTo("10");
        assertThat(store.figures(ana).totals().get(0).amount()).isEqualByComparingTo("17.50");
    }

    @Test
    void aLineThatMayNotBeReplacedStays() {
        purchases.write(List.of(document("F1", "A", "10.00")), FILE);
        equal.clear();
        PurchaseImport.Source keeping = new PurchaseImport.Source(DataOrigin.IMPORT, "import", false, false);

        assertThat(purchases.write(List.of(document("F1", "A", "12.50")), keeping))
                .extracting(LineOutcome::action)
                .containsExactly(Action.UNCHANGED);
    }

    @Test
    void belowZeroOrCancelledIsAReturn() {
        ImportedLine negative = line(bruno, null, "A", "-5.00", false);
        ImportedLine cancelled = line(bruno, "C7", "A", "5.00", true);
        purchases.write(List.of(negative, cancelled), FILE);

        PurchaseFigures figures = store.figures(bruno);

        assertThat(figures.returns()).isEqualTo(2);
        assertThat(figures.count()).isZero();
        assertThat(figures.first()).isNull();
    }

    @Test
    void aSaleThatMoreLinesTurnIntoAReturnIsCountedAsOne() {
        purchases.write(List.of(document("F1", "A", "10.00"), document("F2", "A", "7.00")), FILE);

        purchases.write(
                List.of(document("F1", "B", "-30.00"), document("F2", "B", "3.00"), document("F3", "A", "1")), FILE);

        PurchaseFigures figures = store.figures(ana);
        assertThat(figures.returns()).isEqualTo(1);
        assertThat(figures.count()).isEqualTo(2);
        assertThat(figures.totals().get(0).amount()).isEqualByComparingTo("-9");
    }

    @Test
    void aTrialWritesNothing() {
        PurchaseImport.Source trial = new PurchaseImport.Source(DataOrigin.IMPORT, "import", true, true);

        List<LineOutcome> outcomes = purchases.write(List.of(document("F1", "A", "10.00")), trial);

        assertThat(outcomes).extracting(LineOutcome::action).containsExactly(Action.CREATED);
        assertThat(store.figures(ana)).isEqualTo(PurchaseFigures.NONE);
    }

    @Test
    void undoLeavesEverythingAsItWas() {
        purchases.write(List.of(document("F1", "A", "10.00")), FILE);
        equal.clear();
        List<ImportedLine> second =
                List.of(document("F1", "A", "11.00"), document("F1", "B", "4.00"), document("F2", "A", "1.00"));
        List<LineOutcome> outcomes = purchases.write(second, FILE);

        List<Long> left = purchases.undo(undos(outcomes));
        flushAndClear();

        assertThat(left).isEmpty();
        assertThat(store.page(ana, PageRequest.of(0, 10)).items())
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.total().amount()).isEqualByComparingTo("10");
                    assertThat(view.lines()).isEqualTo(1);
                });
    }

    @Test
    void undoLeavesWhatWasChangedSince() {
        List<LineOutcome> first = purchases.write(List.of(document("F1", "A", "10.00")), FILE);
        equal.clear();
        purchases.write(List.of(document("F1", "A", "11.00")), FILE);

        assertThat(purchases.undo(undos(first))).containsExactly(first.get(0).lineId());
        assertThat(store.figures(ana).totals().get(0).amount()).isEqualByComparingTo("11");
    }

    @Test
    void sumsStayThoseOfThePurchasesWhateverIsWrittenAndTakenBack() {
        SplittableRandom chance = new SplittableRandom(17);
        List<List<LineOutcome>> written = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            if (written.size() > 3 && chance.nextInt(3) == 0) {
                purchases.undo(undos(written.remove(written.size() - 1)));
            } else {
                written.add(purchases.write(someLines(chance), FILE));
            }
            SumsCheck.requireSame(em, ana, bruno);
        }
        for (int i = written.size() - 1; i >= 0; i--) {
            purchases.undo(undos(written.get(i)));
            SumsCheck.requireSame(em, ana, bruno);
        }
    }

    private List<ImportedLine> someLines(SplittableRandom chance) {
        equal.clear();
        List<ImportedLine> lines = new ArrayList<>();
        for (int i = chance.nextInt(1, 8); i > 0; i--) {
            int document = chance.nextInt(12);
            lines.add(line(
                    document % 3 == 0 ? bruno : ana,
                    "F" + document,
                    "P" + chance.nextInt(3),
                    Integer.toString(chance.nextInt(-40, 90)),
                    false,
                    DAY.plus(document % 4, ChronoUnit.DAYS)));
        }
        return lines;
    }

    @Test
    void takingBackOneOfManyLooksAtNoOther() {
        List<LineOutcome> outcomes = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            outcomes.addAll(purchases.write(
                    List.of(line(ana, "F" + day, "A", "10", false, DAY.plus(day, ChronoUnit.DAYS))), FILE));
        }
        moveKeptSum(1000);

        purchases.undo(undos(outcomes.subList(1, 2)));

        moveKeptSum(-1000);
        SumsCheck.requireSame(em, ana);
    }

    private void moveKeptSum(int by) {
        em.createNativeQuery("update purchase_sum set net_total = net_total + ?1 where customer_id = ?2")
                .setParameter(1, by)
                .setParameter(2, ana)
                .executeUpdate();
    }

    @Test
    void costsAddUpWhereTheyAreKnown() {
        ImportedLine known = new ImportedLine(
                ana,
                "k".repeat(22),
                "F9",
                DAY,
                LocalDate.of(2024, 3, 7),
                "EUR",
                "shop",
                false,
                "A",
                null,
                BigDecimal.ONE,
                null,
                null,
                new BigDecimal("10"),
                new BigDecimal("6"));
        purchases.write(List.of(document("F9", "B", "1.00")), FILE);
        purchases.write(List.of(known), FILE);
        flushAndClear();

        assertThat(store.page(ana, PageRequest.of(0, 1)).items().get(0).cost()).isEqualByComparingTo("6");
    }

    @Test
    void aThousandLinesAreAskedForInFewStatements() {
        List<ImportedLine> lines = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            lines.add(loose(i + ".10"));
        }
        purchases.write(lines, FILE);

        assertThat(purchases.write(lines, FILE)).extracting(LineOutcome::action).containsOnly(Action.UNCHANGED);
        assertThat(store.figures(ana).count()).isEqualTo(1000);
    }

    private static List<LineUndo> undos(List<LineOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.action() != Action.UNCHANGED)
                .map(outcome -> new LineUndo(outcome.lineId(), outcome.version(), outcome.before()))
                .toList();
    }

    private ImportedLine document(String number, String product, String amount) {
        return line(ana, number, product, amount, false);
    }

    private ImportedLine loose(String amount) {
        return line(ana, null, "A", amount, false);
    }

    private ImportedLine line(long customer, String number, String product, String amount, boolean cancelled) {
        return line(customer, number, product, amount, cancelled, DAY);
    }

    private ImportedLine line(
            long customer, String number, String product, String amount, boolean cancelled, Instant at) {
        BigDecimal money = new BigDecimal(amount);
        LineIdentity identity = number == null
                ? LineIdentity.ofLine("c" + customer, at, money, BigDecimal.ONE, product)
                : LineIdentity.ofDocument("c" + customer, number, product);
        String key = identity.key(equal.merge(identity.text(), 1, Integer::sum));
        return new ImportedLine(
                customer,
                key,
                number,
                at,
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                "EUR",
                "shop",
                cancelled,
                product,
                null,
                BigDecimal.ONE,
                null,
                null,
                money,
                null);
    }

    private long customer(String name) {
        Customer customer = new Customer(CustomerKind.PERSON, CustomerStage.CUSTOMER, NOW, "test");
        customer.namePerson(name, null);
        customer.changed(NOW);
        em.persist(customer);
        em.flush();
        return customer.getId();
    }
}
