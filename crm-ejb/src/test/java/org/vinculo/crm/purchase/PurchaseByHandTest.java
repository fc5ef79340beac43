package org.vinculo.crm.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.persistence.RowsRead;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.entity.Purchase;
import org.vinculo.crm.purchase.internal.PurchaseRecorder;
import org.vinculo.crm.purchase.internal.PurchaseStore;
import org.vinculo.crm.purchase.internal.PurchaseSums;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;

/** A purchase that staff write down, correct, take out, or take back. */
class PurchaseByHandTest extends PartyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    private PurchaseService purchases;
    private PurchaseStore store;
    private String customer;
    private long customerId;

    @BeforeEach
    void room() {
        store = wire(new PurchaseStore());
        purchases = wire(new PurchaseService(), store, recorder(store), customers, callers);
        asStaff(Scope.ALL);
        CustomerForm form = new CustomerForm();
        form.setKind(CustomerKind.ORGANISATION);
        form.setName("Serra Foods");
        var made = service.create(form).ref();
        customer = made.publicId();
        customerId = made.id();
        flushAndClear();
    }

    @AfterEach
    void sumsAreThoseOfThePurchases() {
        SumsCheck.requireSame(em, customerId);
    }

    private PurchaseRecorder recorder(PurchaseStore from) {
        return wire(
                new PurchaseRecorder(),
                from,
                wire(new PurchaseSums()),
                callers,
                Settings.of(java.util.Map.of()),
                wire(new AuditLog(), callers));
    }

    private void asStaff(Scope scope) {
        callAs(north, scope);
    }

    @Test
    void pageOfALongHistoryLooksAtNoMoreRowsThanItShows() {
        for (int i = 0; i < 2_000; i++) {
            Purchase purchase = new Purchase(customerId, null, "EUR", NOW, DAY);
            purchase.correct("L-" + i, "EUR", NOW.minusSeconds(i * 600L), DAY);
            purchase.recorded(DataOrigin.STAFF, NOW, "north");
            em.persist(purchase);
        }
        flushAndClear();
        Instant deep = NOW.minusSeconds(1_000 * 600L);

        assertThat(rows(() -> assertThat(store.before(customerId, NOW.plusSeconds(1), Long.MAX_VALUE, 25))
                        .hasSize(25)))
                .isBetween(25L, 75L);
        wire(new PurchaseSums()).follow(List.of(customerId));
        assertThat(RowsRead.of("purchase_sum", database, em, () -> assertThat(
                                store.figures(customerId).count())
                        .isEqualTo(2_000)))
                .isBetween(1L, 20L);
        assertThat(rows(() -> assertThat(store.before(customerId, deep, Long.MAX_VALUE, 25))
                        .extracting(Purchase::getAt)
                        .startsWith(deep)))
                .isBetween(25L, 75L);
    }

    private long rows(Runnable deed) {
        return RowsRead.of("purchase", database, em, deed);
    }

    @Test
    void amountsFollowFromWhatIsEntered() {
        PurchaseDetails made =
                record("R-1", line("Beans", "3", "10", "2.50", "12"), line("Mill", "1", "80", null, null));

        assertThat(made.purchase().total().amount()).isEqualByComparingTo("107.5");
        assertThat(made.purchase().cost()).isEqualByComparingTo("12");
        assertThat(purchases.figures(customer).totals().get(0).amount()).isEqualByComparingTo("107.5");
    }

    @Test
    void aDayToComeAndAnEmptyLineAreRefusedByName() {
        PurchaseForm wrong = new PurchaseForm(
                null,
                LocalDate.of(2026, 11, 22),
                null,
                null,
                "BRL",
                List.of(new PurchaseForm.Line("Beans", null, null, null, null, null, null)));

        assertThatThrownBy(() -> purchases.record(customer, wrong))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                        .extracting(error -> error.field() + " " + error.code())
                        .containsExactlyInAnyOrder("purchasedAt purchase.error.future", "lines[0].amount required"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1e2147483647",
                "1e-2147483647",
                "1000000000000000",
                "9999999999999999999999999999999999999999"
            })
    void numbersBeyondAllBooksAreRefusedByNameAtOnce(String text) {
        BigDecimal huge = new BigDecimal(text);
        PurchaseForm wrong = form("R-1", new PurchaseForm.Line("Beans", null, huge, huge, huge, huge, huge));

        assertTimeout(Duration.ofSeconds(2), () -> assertThatThrownBy(() -> purchases.record(customer, wrong))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> {
                    assertThat(refusal.errors())
                            .extracting(FieldError::field)
                            .containsExactlyInAnyOrder(
                                    "lines[0].quantity",
                                    "lines[0].unitPrice",
                                    "lines[0].discount",
                                    "lines[0].amount",
                                    "lines[0].cost");
                    assertThat(refusal.errors()).allSatisfy(error -> assertThat(error.text(Locale.ENGLISH))
                            .doesNotContain(text)
                            .hasSizeLessThan(100));
                }));
    }

    @Test
    void whatNumbersComeToTogetherIsRefusedByNameToo() {
        PurchaseForm product = form("R-1", line("Beans", "999999999999999", "2", null, null));
        PurchaseForm discount = form("R-1", line("Beans", "1", "-999999999999999", "999999999999999", null));
        PurchaseForm sum = form(
                "R-1",
                line("Beans", "1", "999999999999999", null, null),
                line("Mill", "1", "999999999999999", null, null));
        PurchaseForm cost = form(
                "R-1",
                line("Beans", "1", "1", null, "999999999999999"),
                line("Mill", "1", "1", null, "999999999999999"));

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> purchases.record(customer, product)).satisfies(tooLarge("lines[0].unitPrice"));
            assertThatThrownBy(() -> purchases.record(customer, discount)).satisfies(tooLarge("lines[0].unitPrice"));
            assertThatThrownBy(() -> purchases.record(customer, sum)).satisfies(tooLarge("lines[1].unitPrice"));
            assertThatThrownBy(() -> purchases.record(customer, cost)).satisfies(tooLarge("lines[1].cost"));
        });
        PurchaseDetails most = record("R-2", line("Beans", "1", "999999999999999", null, null));
        assertThat(most.purchase().total().amount()).isEqualByComparingTo("999999999999999");
    }

    private static Consumer<Throwable> tooLarge(String field) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                        .extracting(error -> error.field() + " " + error.code())
                        .containsExactly(field + " tooLarge"));
    }

    @Test
    void aCorrectionReplacesWhatWasWrongAndTheFiguresFollow() {
        PurchaseDetails made = record("R-1", line("Beans", "3", "10", null, null), line("Mill", "1", "80", null, null));
        PurchaseForm right = form("R-2", line("Beans", "4", "10", null, "20"), line("Cups", "6", "2", null, null));

        correct(made, right, 0, null);

        PurchaseDetails now = purchases.get(made.purchase().publicId());
        assertThat(now.purchase().documentNumber()).isEqualTo("R-2");
        assertThat(now.lines()).extracting(PurchaseLineView::product).containsExactly("Beans", "Cups");
        assertThat(now.purchase().total().amount()).isEqualByComparingTo("52");
        assertThat(now.purchase().cost()).isEqualByComparingTo("20");
        assertThat(now.purchase().lines()).isEqualTo(2);
        assertThat(now.version()).isGreaterThan(made.version());
        assertThat(purchases.figures(customer).totals().get(0).amount()).isEqualByComparingTo("52");
        assertThat(em.createQuery(
                                "select count(a) from AuditEntry a where a.entity = 'purchase' and a.action = 'changed'"
                                        + " and a.customerId = :customer",
                                Long.class)
                        .setParameter("customer", customerId)
                        .getSingleResult())
                .isPositive();
    }

    @Test
    void theSecondOfTwoCorrectorsIsRefused() {
        PurchaseDetails made = record("R-1", line("Beans", "3", "10", null, null));
        correct(made, form("R-1", line("Beans", "2", "10", null, null)), 0);

        assertThatThrownBy(() -> correct(made, form("R-1", line("Beans", "9", "10", null, null)), 0))
                .isInstanceOf(ConcurrentChange.class);
        assertThatThrownBy(() -> purchases.cancel(made.purchase().publicId(), made.version(), "never was"))
                .isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void aCorrectedWordAloneIsAChangeToo() {
        PurchaseDetails made = record("R-1", line("Beans", "3", "10", null, null));

        correct(made, form("R-1", line("Bean", "3", "10", null, null)), 0);

        PurchaseDetails now = purchases.get(made.purchase().publicId());
        assertThat(now.version()).isGreaterThan(made.version());
        assertThat(now.lines()).extracting(PurchaseLineView::product).containsExactly("Bean");
    }

    @Test
    void twoPurchasesNeverBearOneNumber() {
        record("R-1", line("Beans", "3", "10", null, null));
        PurchaseDetails other = record("R-2", line("Mill", "1", "80", null, null));

        assertThatThrownBy(() -> correct(other, form("R-1", line("Mill", "1", "80", null, null)), 0))
                .isInstanceOf(Duplicate.class);
    }

    @Test
    void atMostWhatWasBoughtComesBack() {
        PurchaseDetails sale = record("R-1", line("Beans", "3", "10", null, null));
        String id = sale.purchase().publicId();

        PurchaseDetails back = purchases.giveBack(id, form(null, line("Beans", "-2", "10", null, null)));
        flushAndClear();

        assertThat(back.purchase().kind()).isEqualTo(PurchaseKind.RETURN);
        assertThat(purchases.returns(id).returns())
                .extracting(PurchaseView::publicId)
                .containsExactly(back.purchase().publicId());
        assertThat(purchases.returns(back.purchase().publicId()).of().publicId())
                .isEqualTo(id);
        assertThat(purchases.figures(customer).totals().get(0).amount()).isEqualByComparingTo("10");
        assertRefused(
                () -> purchases.giveBack(id, form(null, line("Beans", "-2", "10", null, null))),
                "purchase.error.tooMuchBack");
        assertRefused(
                () -> purchases.giveBack(id, form(null, line("Beans", "1", "10", null, null))),
                "purchase.error.nothingBack");
        assertRefused(
                () -> correct(purchases.get(id), form("R-1", line("Beans", "1", "10", null, null)), 0),
                "purchase.error.lessThanReturned");
        assertRefused(
                () -> purchases.cancel(id, purchases.get(id).version(), "never was"), "purchase.error.hasReturns");
        assertThatThrownBy(() -> purchases.giveBack(
                        back.purchase().publicId(), form(null, line("Beans", "-1", "10", null, null))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void twoWhoTakeTheSameBackAtOnceTakeItBackOnce() throws Exception {
        String id =
                record("R-1", line("Beans", "3", "10", null, null)).purchase().publicId();
        CustomerRef of = customers.require(customerId, Permission.PURCHASE_EDIT);
        commit();
        Caller who = callers.get();
        Callable<Boolean> slow = takingBack(id, of, who, 700);
        Callable<Boolean> quick = takingBack(id, of, who, 0);
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<Boolean> first = two.submit(slow);
        begun.await(10, TimeUnit.SECONDS);
        Future<Boolean> second = two.submit(quick);
        List<Boolean> done = List.of(first.get(60, TimeUnit.SECONDS), second.get(60, TimeUnit.SECONDS));
        two.shutdown();

        assertThat(done).containsExactly(true, false);
        assertThat(purchases.returns(id).returns()).hasSize(1);
    }

    @Test
    void twoWhoBuyForTheFirstTimeAtOnceAreBothCounted() throws Exception {
        CustomerRef of = customers.require(customerId, Permission.PURCHASE_EDIT);
        commit();
        Caller who = callers.get();
        Callable<Boolean> slow = writing(who, 700, (recorder, there) -> buy(recorder, of, "FIRST"));
        Callable<Boolean> quick = writing(who, 0, (recorder, there) -> buy(recorder, of, "SECOND"));
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<Boolean> first = two.submit(slow);
        begun.await(10, TimeUnit.SECONDS);
        Future<Boolean> second = two.submit(quick);
        List<Boolean> done = List.of(first.get(60, TimeUnit.SECONDS), second.get(60, TimeUnit.SECONDS));
        two.shutdown();

        assertThat(done).containsExactly(true, true);
        assertThat(purchases.figures(customer).count()).isEqualTo(2);
    }

    private void buy(PurchaseRecorder recorder, CustomerRef of, String document) {
        recorder.record(of, form(document, line("Beans", "1", "10", null, null)), DataOrigin.STAFF);
    }

    private final CountDownLatch begun = new CountDownLatch(1);

    private Callable<Boolean> takingBack(String sale, CustomerRef of, Caller who, long millis) {
        return writing(
                who,
                millis,
                (recorder, there) -> recorder.giveBack(
                        of,
                        there.find(sale).orElseThrow(),
                        form(null, line("Beans", "-3", "10", null, null)),
                        DataOrigin.STAFF));
    }

    /** Writes in a transaction of its own, which stays open for some milliseconds. */
    private Callable<Boolean> writing(Caller who, long millis, BiConsumer<PurchaseRecorder, PurchaseStore> deed) {
        EntityManager shared = em;
        EntityManager own = database.factory().createEntityManager();
        em = own;
        PurchaseStore there = wire(new PurchaseStore());
        PurchaseRecorder recorder = recorder(there);
        em = shared;
        return () -> {
            callers.bind(who);
            own.getTransaction().begin();
            try {
                deed.accept(recorder, there);
                own.flush();
                begun.countDown();
                Thread.sleep(millis);
                own.getTransaction().commit();
                return true;
            } catch (InvalidInput | PersistenceException refused) {
                own.getTransaction().rollback();
                return false;
            } finally {
                own.close();
                callers.bind(null);
            }
        };
    }

    @Test
    void whatNeverWasIsTakenOutWithAReason() {
        PurchaseDetails made = record("R-1", line("Beans", "3", "10", null, null));
        String id = made.purchase().publicId();
        assertRefused(() -> purchases.cancel(id, made.version(), " "), "required");

        purchases.cancel(id, made.version(), "typed for the wrong customer");
        flushAndClear();

        assertThatThrownBy(() -> purchases.get(id)).isInstanceOf(NotFound.class);
        assertThat(purchases.figures(customer).isEmpty()).isTrue();
        assertThat(em.createQuery(
                                "select a.detail from AuditEntry a where a.action = 'purchase.cancelled' and a.customerId = :customer",
                                String.class)
                        .setParameter("customer", customerId)
                        .getResultList())
                .containsExactly("typed for the wrong customer");
    }

    @Test
    void aPurchaseOfACustomerOutOfReachDoesNotExist() {
        PurchaseDetails made = record("R-1", line("Beans", "3", "10", null, null));
        String id = made.purchase().publicId();
        PurchaseForm form = form("R-1", line("Beans", "1", "10", null, null));
        callAs(south, Scope.OWN);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> purchases.record(customer, form)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> correct(made, form, 0)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> purchases.giveBack(id, form)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> purchases.cancel(id, made.version(), "none"))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> purchases.returns(id)).isInstanceOf(NotFound.class);
        });
    }

    private PurchaseDetails record(String document, PurchaseForm.Line... lines) {
        String id = purchases.record(customer, form(document, lines)).purchase().publicId();
        flushAndClear();
        return purchases.get(id);
    }

    private void correct(PurchaseDetails made, PurchaseForm form, Integer... before) {
        purchases.correct(
                made.purchase().publicId(), new PurchaseCorrection(made.version(), form, Arrays.asList(before)));
        flushAndClear();
    }

    private void assertRefused(Runnable deed, String code) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                .extracting(error -> error.code())
                .contains(code));
        em.clear();
    }

    private static PurchaseForm form(String document, PurchaseForm.Line... lines) {
        return new PurchaseForm(null, DAY, document, "POS", "BRL", List.of(lines));
    }

    private static PurchaseForm.Line line(String product, String quantity, String price, String discount, String cost) {
        return new PurchaseForm.Line(
                product, null, number(quantity), number(price), number(discount), null, number(cost));
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
