package org.vinculo.crm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.exchange.PublicData;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchaseBaskets;
import org.vinculo.crm.purchase.PurchaseImport;
import org.vinculo.crm.purchase.PurchaseOfCustomer;
import org.vinculo.crm.purchase.PurchaseService;
import org.vinculo.crm.purchase.internal.PurchaseBatch;
import org.vinculo.crm.purchase.internal.PurchaseSums;
import org.vinculo.crm.purchase.internal.SharedBaskets;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SortBy;
import org.vinculo.crm.value.internal.basket.AffinityJob;
import org.vinculo.crm.value.internal.basket.AffinityStore;
import org.vinculo.crm.value.internal.basket.AffinityWorks;
import org.vinculo.crm.value.internal.basket.InstantSearch;

/** Rules out of the tables of purchases: found, shown, opened, offered and dismissed. */
class AffinityTest extends PartyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 7);
    private static final PageRequest ALL = PageRequest.of(0, 500);

    private Bought bought;
    private AffinityService affinity;
    private RecommendationService offers;
    private PurchaseService purchases;
    private AffinityJob job;
    private AffinityStore store;
    private PurchaseBaskets baskets;
    private String submitted;
    private int documents;

    @BeforeEach
    void furnish() {
        bought = new Bought(wire(new PurchaseImport(), wire(new PurchaseBatch()), wire(new PurchaseSums())));
        Jobs jobs = new Jobs() {
            @Override
            public String submit(String name, String payload, String startedBy) {
                submitted = payload;
                return "job4567890123456789012";
            }
        };
        wire(jobs);
        store = wire(new AffinityStore());
        baskets = wire(new PurchaseBaskets());
        start();
        InstantSearch instant = wire(new InstantSearch(), baskets);
        AffinitySearch search = wire(new AffinitySearch(), jobs, store);
        affinity = wire(new AffinityService(), callers, jobs, store, search, instant, baskets);
        offers = wire(new RecommendationService(), callers, customers, baskets, store, Settings.of(Map.of()));
        purchases = wire(new PurchaseService(), wire(new SharedBaskets(), customers));
    }

    /** A server that remembers nothing. */
    private void start() {
        job = wire(new AffinityJob(), store, new AffinityWorks(), baskets);
    }

    @Test
    void groceriesGiveEveryGoldenRule() throws IOException {
        String owner = customer("Mercado");
        long buyer = id(owner);
        try (var lines = Files.lines(PublicData.file("market-basket/groceries.basket.csv"))) {
            lines.forEach(line -> bought.basket(buyer, "G" + ++documents, DAY, Arrays.asList(line.split(","))));
        }
        bought.write();
        flushAndClear();
        save(0.006, 0.25, 0);

        search();

        Map<String, AffinityRuleView> found = new HashMap<>();
        affinity.rules(null, ALL).items().forEach(rule -> found.put(text(rule), rule));
        List<NamedCsvRecord> golden = PublicPurchases.csv("market-basket/rules_groceries_supp0.006_conf0.25.csv")
                .toList();
        assertThat(golden).hasSize(463);
        assertThat(found).hasSize(463);
        for (NamedCsvRecord row : golden) {
            AffinityRuleView rule = found.get(canonical(row.getField("rules")));
            assertThat(rule.together()).isEqualTo(Integer.parseInt(row.getField("count")));
            assertThat(rule.lift()).isCloseTo(Double.parseDouble(row.getField("lift")), within(1e-10));
        }
        assertThat(affinity.overview().current().baskets()).isEqualTo(9835);
        assertThat(affinity.overview().current().items()).isEqualTo(169);

        assertThat(affinity.find(0.006, 0.25, 2).total()).isEqualTo(463);
        assertThat(affinity.find(0.006, 0.25, 1).total()).isEqualTo(464);
        assertThat(affinity.find(0.01, 0.5, 2).rules()).hasSize(15);
        assertThat(affinity.find(0.001, 0.8, 2).total()).isEqualTo(410);
    }

    @Test
    void whatIsLeftOutIsNeitherReasonNorOffer() {
        long buyer = id(customer("Bar"));
        baskets(buyer, 6, "BEANS", "FILTER", "POST");
        baskets(buyer, 4, "TEA", "POST");
        save(0.1, 0.1, 0, "POST");

        search();

        assertThat(affinity.rules(null, ALL).items()).isNotEmpty().noneMatch(rule -> text(rule)
                .contains("POST"));
        assertThat(affinity.overview().current().baskets()).isEqualTo(10);
    }

    @Test
    void aSearchThatWasKilledBeginsAnewAndFindsTheSame() {
        long buyer = id(customer("Bar"));
        baskets(buyer, 6, "BEANS", "FILTER");
        baskets(buyer, 4, "TEA");
        save(0.1, 0.1, 0);
        affinity.search();
        JobStep read = job.step(context(null));
        start();

        run(read.checkpoint());

        assertThat(affinity.rules(null, ALL).items())
                .extracting(AffinityTest::text)
                .containsExactlyInAnyOrder("[BEANS] => FILTER", "[FILTER] => BEANS");
    }

    @Test
    void aNewSearchReplacesTheRulesOfTheOldOne() {
        long buyer = id(customer("Bar"));
        baskets(buyer, 6, "BEANS", "FILTER");
        baskets(buyer, 4, "TEA");
        save(0.1, 0.1, 0);
        search();
        String old = affinity.rules(null, ALL).items().get(0).publicId();
        baskets(buyer, 6, "TEA", "SUGAR");
        assertThat(affinity.overview().outdated()).isTrue();

        search();

        assertThat(affinity.overview().outdated()).isFalse();
        assertThat(affinity.rules(null, ALL).total()).isEqualTo(4);
        assertThatThrownBy(() -> affinity.rule(old)).isInstanceOf(NotFound.class);
    }

    @Test
    void aSecondSearchIsNotBegunWhileOneRuns() {
        baskets(id(customer("Bar")), 2, "BEANS", "FILTER");
        String first = affinity.search();
        job.step(context(null));
        job.ended(context(null), JobState.CANCELLED);

        assertThat(affinity.overview().latest().failure()).isEqualTo("affinity.failure.cancelled");
        assertThat(affinity.search()).isEqualTo(first);
    }

    @Test
    void rulesAreFoundByTheNameOfAProductAndSortedAsAsked() {
        long buyer = id(customer("Bar"));
        for (int i = 0; i < 6; i++) {
            String document = "N" + ++documents;
            bought.line(buyer, document, DAY, "K-1", "Café da Serra", "10.00", null, null, false)
                    .line(buyer, document, DAY, "F-1", "Filtro", "10.00", null, null, false);
        }
        bought.write();
        baskets(buyer, 4, "TEA", "SUGAR");
        save(0.1, 0.1, 0);
        search();

        assertThat(affinity.rules("cafe serra", ALL).items())
                .extracting(AffinityTest::text)
                .containsExactlyInAnyOrder("[K-1] => F-1", "[F-1] => K-1");
        assertThat(affinity.rules("cafe serra", ALL).items().get(0).left()).isIn("Café da Serra", "Filtro");
        assertThat(affinity.rules("nothing", ALL).items()).isEmpty();
        assertThat(affinity.rules(null, new PageRequest(0, 10, new SortBy("together", false)))
                        .items()
                        .get(0)
                        .together())
                .isEqualTo(6);
        assertThatThrownBy(() -> affinity.rules(null, new PageRequest(0, 10, new SortBy("r.id; drop", true))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aRuleOpensTheBasketsOfReachableCustomersOnly() {
        String mine = customer("Mine");
        callAs(south, Scope.ALL);
        String theirs = customer("Theirs");
        assign(theirs, south);
        baskets(id(mine), 2, "BEANS", "FILTER");
        baskets(id(theirs), 3, "BEANS", "FILTER");
        baskets(id(theirs), 1, "BEANS");

        callAs(north, Scope.ALL);
        assertThat(purchases
                        .baskets(List.of("BEANS", "FILTER"), Long.MAX_VALUE, ALL)
                        .total())
                .isEqualTo(5);
        assign(mine, north);
        callAs(north, Scope.OWN);

        assertThat(purchases
                        .baskets(List.of("BEANS", "FILTER"), Long.MAX_VALUE, ALL)
                        .items())
                .extracting(PurchaseOfCustomer::customerId)
                .containsOnly(mine)
                .hasSize(2);
    }

    @Test
    void everyCountOfARuleOpensToAsManyBaskets() {
        long buyer = id(customer("Bar"));
        String leaving = customer("Leaving");
        baskets(buyer, 6, "BEANS", "FILTER", "POST");
        baskets(buyer, 3, "BEANS");
        baskets(buyer, 2, "FILTER", "TEA");
        baskets(buyer, 4, "POST");
        baskets(id(leaving), 5, "BEANS", "FILTER");
        service.delete(leaving);
        save(0.1, 0.1, 0, "POST");
        search();
        baskets(buyer, 7, "BEANS", "FILTER");

        AffinityRunView run = affinity.overview().current();
        AffinityRuleView rule = affinity.rules(null, ALL).items().stream()
                .filter(each -> text(each).equals("[BEANS] => FILTER"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(rule.together(), rule.itemsCount(), rule.recommendedCount(), run.baskets()))
                .containsExactly(6, 9, 8, 15);
        assertThat(opened(run, "BEANS", "FILTER")).isEqualTo(rule.together());
        assertThat(opened(run, "BEANS")).isEqualTo(rule.itemsCount());
        assertThat(opened(run, "FILTER")).isEqualTo(rule.recommendedCount());
        assertThat(opened(run)).isEqualTo(run.baskets());
    }

    @Test
    void everyProductOpensToAsManyBaskets() {
        long buyer = id(customer("Bar"));
        String leaving = customer("Leaving");
        baskets(buyer, 6, "BEANS", "FILTER", "POST");
        baskets(buyer, 3, "TEA");
        baskets(id(leaving), 5, "BEANS", "TEA");
        service.delete(leaving);
        save(0.1, 0.1, 0, "POST");
        search();
        baskets(buyer, 7, "BEANS", "SUGAR");

        AffinityRunView run = affinity.overview().current();
        List<ProductBaskets> products = affinity.products((String) null, ALL).items();

        assertThat(products)
                .hasSize(run.items())
                .extracting(each -> each.product().code() + each.baskets())
                .startsWith("BEANS6")
                .contains("FILTER6", "TEA3")
                .doesNotContain("SUGAR7");
        assertThat(products)
                .allSatisfy(
                        each -> assertThat(opened(run, each.product().code())).isEqualTo(each.baskets()));
        assertThat(affinity.products("filt", ALL).items()).hasSize(1);
        assertThat(affinity.products("nothing", ALL).items()).isEmpty();
        assertThat(affinity.products(List.of("TEA", "BEANS")))
                .extracting(each -> each.product().code())
                .containsExactly("TEA", "BEANS");
        assertThatThrownBy(() -> affinity.products(List.of("SUGAR"))).isInstanceOf(NotFound.class);
    }

    private long opened(AffinityRunView run, String... products) {
        Page<PurchaseOfCustomer> page = purchases.baskets(List.of(products), run.newestLine(), ALL);
        assertThat(page.items()).hasSize((int) page.total());
        return page.total();
    }

    @Test
    void offersStartFromWhatTheCustomerHasAndNameTheReason() {
        String ana = anaWithBeans();

        List<Recommendation> list = offers.list(ana);

        assertThat(list).hasSize(1);
        assertThat(list.get(0).product().code()).isEqualTo("FILTER");
        assertThat(list.get(0).reason().items()).extracting(ProductName::code).containsExactly("BEANS");
    }

    @Test
    void offersAreThoseOfTheNewestSearchAndItsReasonIsARuleThatCanBeOpened() {
        String ana = anaWithBeans();
        offers.list(ana);
        baskets(id(customer("Cafe")), 9, "BEANS", "MILL");

        search();

        List<Recommendation> list = offers.list(ana);
        assertThat(list).extracting(each -> each.product().code()).containsExactly("MILL", "FILTER");
        assertThat(list)
                .allSatisfy(each ->
                        assertThat(affinity.rule(each.reason().publicId())).isEqualTo(each.reason()));
    }

    @Test
    void whoeverLacksAPartOfTheLeftSideIsOfferedNothing() {
        long bar = id(customer("Bar"));
        baskets(bar, 6, "BEANS", "CUP", "FILTER");
        baskets(bar, 6, "BEANS");
        baskets(bar, 6, "CUP");
        baskets(bar, 20, "TEA");
        String ana = customer("Ana");
        baskets(id(ana), 1, "BEANS");
        String both = customer("Bia");
        baskets(id(both), 1, "BEANS");
        baskets(id(both), 1, "CUP");
        save(0.1, 0.8, 0);

        search();

        assertThat(offers.list(ana)).isEmpty();
        assertThat(offers.list(both)).extracting(each -> each.product().code()).containsExactly("FILTER");
    }

    @Test
    void aDismissedOfferStaysAwayUntilItIsTakenBack() {
        String ana = anaWithBeans();

        offers.dismiss(ana, "FILTER", DismissReason.HAS_IT_ELSEWHERE);
        flushAndClear();
        assertThat(offers.list(ana)).isEmpty();
        assertThat(offers.dismissed(ana)).singleElement().satisfies(each -> {
            assertThat(each.reason()).isEqualTo(DismissReason.HAS_IT_ELSEWHERE);
            assertThat(each.until()).isEqualTo(LocalDate.of(2027, 5, 19));
            assertThat(each.by()).isEqualTo("north");
        });

        offers.restore(ana, "FILTER");
        flushAndClear();
        assertThat(offers.list(ana)).hasSize(1);
        assertThatThrownBy(() -> offers.restore(ana, "FILTER")).isInstanceOf(NotFound.class);
    }

    @Test
    void offersOfACustomerOutOfReachDoNotExist() {
        String ana = anaWithBeans();
        assign(ana, south);
        callAs(north, Scope.OWN);

        assertThatThrownBy(() -> offers.list(ana)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> offers.dismissed(ana)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> offers.dismiss(ana, "FILTER", DismissReason.OTHER))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> offers.restore(ana, "FILTER")).isInstanceOf(NotFound.class);
    }

    @Test
    void limitsOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> affinity.save(new AffinityLimits(0, 0, 2, -1, 1, 0, List.of())))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.field())
                        .containsExactly("minSupport", "minConfidence", "minLift", "mostItems", "dismissedDays"));
        assertThatThrownBy(() -> affinity.find(0.0, 0.5, 2)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> affinity.find(0.5, Double.NaN, 2)).isInstanceOf(InvalidInput.class);
    }

    private String anaWithBeans() {
        long bar = id(customer("Bar"));
        baskets(bar, 6, "BEANS", "FILTER");
        baskets(bar, 4, "TEA");
        String ana = customer("Ana");
        baskets(id(ana), 1, "BEANS");
        save(0.1, 0.1, 0);
        search();
        return ana;
    }

    private void baskets(long customer, int count, String... products) {
        for (int i = 0; i < count; i++) {
            bought.basket(customer, "D" + ++documents, DAY, List.of(products));
        }
        bought.write();
    }

    private void save(double support, double confidence, double lift, String... excluded) {
        affinity.save(new AffinityLimits(0, support, confidence, lift, 6, 180, List.of(excluded)));
    }

    private void search() {
        affinity.search();
        run(null);
    }

    private void run(String from) {
        String checkpoint = from;
        JobStep step;
        do {
            step = job.step(context(checkpoint));
            flushAndClear();
            checkpoint = step.checkpoint();
        } while (!step.finished());
    }

    private JobContext context(String checkpoint) {
        return new JobContext("job", submitted, checkpoint, 0, 0);
    }

    private String customer(String name) {
        CustomerForm form = person(name, "Souza");
        return service.create(form).ref().publicId();
    }

    private void assign(String customer, StaffUser owner) {
        callAs(owner, Scope.ALL);
        CustomerForm form = service.form(customer);
        form.setOwner(owner.getPublicId());
        CustomerService customersOfRoom = service;
        customersOfRoom.save(form);
        flushAndClear();
        callAs(north, Scope.ALL);
    }

    private long id(String publicId) {
        return customers
                .require(publicId, org.vinculo.crm.identity.Permission.CUSTOMER_VIEW)
                .id();
    }

    private static String text(AffinityRuleView rule) {
        return rule.items().stream().map(ProductName::code).toList() + " => "
                + rule.recommended().code();
    }

    private static String canonical(String golden) {
        String[] sides = golden.split(" => ");
        return new TreeSet<>(Arrays.asList(sides[0].replaceAll("[{}]", "").split(","))) + " => "
                + sides[1].replaceAll("[{}]", "");
    }
}
