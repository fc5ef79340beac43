package org.vinculo.crm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchaseImport;
import org.vinculo.crm.purchase.internal.PurchaseBatch;
import org.vinculo.crm.purchase.internal.PurchaseSums;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.value.internal.churn.BehaviourReader;
import org.vinculo.crm.value.internal.churn.ChurnJob;
import org.vinculo.crm.value.internal.churn.ChurnReasons;
import org.vinculo.crm.value.internal.churn.ChurnStore;
import org.vinculo.crm.value.internal.churn.ChurnWorks;

/** Who may leave, learned from the tables: who buys every month stays, who had gone silent leaves. */
class ChurnTest extends PartyTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
    private static final int EACH = 30;

    private ChurnFit fit;
    private ChurnService churn;
    private ChurnStore store;
    private ChurnJob job;
    private final List<Object> fired = new ArrayList<>();
    private String submitted;
    private String faithful;
    private String silent;

    @BeforeEach
    void furnish() {
        Settings settings = Settings.of(Map.of(Setting.ZONE, "UTC"));
        Jobs jobs = wire(new Jobs() {
            @Override
            public String submit(String name, String payload, String startedBy) {
                submitted = payload;
                return "job4567890123456789012";
            }
        });
        store = wire(new ChurnStore(), customers);
        BehaviourReader reader = wire(new BehaviourReader(), settings);
        start(reader);
        fit = wire(new ChurnFit(), jobs, store);
        churn = wire(new ChurnService(), callers, customers, jobs, store, fit, wire(new ChurnReasons(), reader, store));
        Bought bought = new Bought(wire(new PurchaseImport(), wire(new PurchaseBatch()), wire(new PurchaseSums())));
        for (int i = 0; i < EACH; i++) {
            faithful = buyer("Fiel " + i);
            months(bought, faithful, i, AS_OF.minusMonths(10 + i), AS_OF.minusDays(3));
            String gone = buyer("Gone " + i);
            months(bought, gone, i, AS_OF.minusMonths(10 + i), AS_OF.minusDays(182L + 75));
            silent = buyer("Silent " + i);
            months(bought, silent, i, AS_OF.minusMonths(10 + i), AS_OF.minusDays(75));
        }
        bought.write();
        flushAndClear();
    }

    private void start(BehaviourReader reader) {
        Event<?> event = (Event<?>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (self, method, arguments) -> {
                    fired.add(arguments[0]);
                    return null;
                });
        job = wire(new ChurnJob(), store, new ChurnWorks(), reader, event);
    }

    @Test
    void tellsOthersOnceWhenEveryChanceIsThere() {
        learn();

        assertThat(fired).singleElement().isInstanceOf(ChancesLearned.class);
    }

    @Test
    void whoFellSilentIsLikelierToLeaveThanWhoBuysEveryMonth() {
        learn();

        ChurnExplanation stays = churn.explain(faithful).orElseThrow();
        ChurnExplanation leaves = churn.explain(silent).orElseThrow();

        assertThat(leaves.chance()).isGreaterThan(0.5).isGreaterThan(stays.chance());
        assertThat(stays.chance()).isLessThan(0.3);
        assertThat(churn.overview().model().area()).isGreaterThan(0.9);
        assertThat(churn.overview().model().bands()).isNotEmpty();
        assertThat(churn.overview().model().learnedFrom()).isEqualTo(3 * EACH);
        assertThat(churn.overview().model().gone()).isEqualTo(EACH);
    }

    @Test
    void theFactorsLeadFromTheAverageToTheChance() {
        learn();

        ChurnExplanation explained = churn.explain(silent).orElseThrow();

        double odds = explained.average() / (1 - explained.average());
        for (ChurnExplanation.Part part : explained.factors()) {
            odds *= part.oddsRatio();
        }
        assertThat(odds / (1 + odds)).isCloseTo(explained.chance(), within(1e-9));
    }

    @Test
    void theListHoldsReachableCustomersOnlyAndWhoIsGoneIsNotInIt() {
        learn();

        assertThat(churn.list(0, PageRequest.of(0, 500)).items())
                .extracting(CustomerAtRisk::publicId)
                .contains(faithful, silent);
        assertThat(churn.list(0.5, PageRequest.of(0, 500)).items())
                .extracting(CustomerAtRisk::publicId)
                .contains(silent)
                .doesNotContain(faithful);
        callAs(south, Scope.OWN);
        assertThat(churn.list(0, PageRequest.of(0, 500)).items()).isEmpty();
        assertThatThrownBy(() -> churn.explain(silent)).isInstanceOf(NotFound.class);
    }

    @Test
    void aFitThatWasKilledReadsAgainAndIsTheSame() {
        fit.begin(AS_OF, "north");
        JobStep read = job.step(context(null));
        flushAndClear();
        start(wire(new BehaviourReader(), Settings.of(Map.of(Setting.ZONE, "UTC"))));

        run(read.checkpoint());

        assertThat(churn.overview().model().learnedFrom()).isEqualTo(3 * EACH);
    }

    @Test
    void nothingIsLearnedFromTooFew() {
        em.createNativeQuery("update customer set deleted_at = changed_at").executeUpdate();
        flushAndClear();

        learn();

        assertThat(churn.overview().model()).isNull();
        assertThat(churn.overview().failure()).isEqualTo("risk.failure.tooFew");
        assertThat(churn.list(0, PageRequest.of(0, 10)).items()).isEmpty();
    }

    private void learn() {
        fit.begin(AS_OF, "north");
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

    private String buyer(String name) {
        return service.create(person(name, "Souza")).ref().publicId();
    }

    /** A purchase about every month, on a day of the customer's own. */
    private void months(Bought bought, String customer, int own, LocalDate from, LocalDate until) {
        long id = customers.require(customer, Permission.CUSTOMER_VIEW).id();
        int number = 0;
        for (LocalDate day = from.plusDays(own % 7); !day.isAfter(until); day = day.plusDays(28 + own % 5)) {
            bought.basket(id, "M" + id + "-" + ++number, day, List.of("BEANS"));
        }
    }
}
