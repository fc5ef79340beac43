package org.vinculo.crm.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

class DemoStartTest {

    private static final String FAILURE = "crm.startup.failure";
    private static final String MESSAGE = "crm.startup.message.";

    private final FakeCompany company = new FakeCompany();

    @BeforeEach
    @AfterEach
    void forgetMessages() {
        System.clearProperty(FAILURE);
        IntStream.range(1, 40).forEach(number -> System.clearProperty(MESSAGE + number));
    }

    @Test
    void emptyDatabaseIsFilledAndTheAccountsAreAnnounced() {
        company.empty = true;

        start(Map.of(Setting.DEMO, "true"));

        assertThat(company.loads).isEqualTo(1);
        assertThat(messages())
                .contains("CRM demo token: token-1")
                .anyMatch(line -> line.contains("admin@demo.example") && line.contains("Demo-2026!"))
                .anyMatch(line -> line.contains("ana@demo.example") && line.contains("Ana Souza Lima"))
                .hasSize(12);
    }

    @Test
    void demoDatabaseIsLeftAsItIsAndGetsANewToken() {
        company.loaded = true;

        start(Map.of(Setting.DEMO, "true"));

        assertThat(company.loads).isZero();
        assertThat(messages()).contains("CRM demo token: token-1").hasSize(12);
    }

    @Test
    void databaseInUseIsNeverFilled() {
        assertThatThrownBy(() -> start(Map.of(Setting.DEMO, "true"))).isInstanceOf(IllegalStateException.class);

        assertThat(company.loads).isZero();
        assertThat(System.getProperty(FAILURE)).contains("empty database");
        assertThat(messages()).isEmpty();
    }

    @Test
    void demoDatabaseDoesNotServeOutsideDemoMode() {
        company.loaded = true;

        assertThatThrownBy(() -> start(Map.of())).isInstanceOf(IllegalStateException.class);

        assertThat(System.getProperty(FAILURE)).contains("--demo");
        assertThat(messages()).isEmpty();
    }

    @Test
    void outsideDemoModeNothingHappens() {
        company.empty = true;

        start(Map.of());

        assertThat(company.loads).isZero();
        assertThat(company.tokens).isZero();
        assertThat(messages()).isEmpty();
    }

    @Test
    void passwordThatSomebodyChoseIsNotPrinted() {
        company.loaded = true;

        start(Map.of(Setting.DEMO, "true", Setting.DEMO_PASSWORD, "chosen by somebody"));

        assertThat(messages()).noneMatch(line -> line.contains("chosen by somebody"));
    }

    private void start(Map<Setting, String> settings) {
        DemoStart start = new DemoStart();
        start.settings = Settings.of(settings);
        start.callers = new CurrentCaller();
        start.company = company;
        start.start();
    }

    private static List<String> messages() {
        return IntStream.range(1, 40)
                .mapToObj(number -> System.getProperty(MESSAGE + number))
                .filter(line -> line != null)
                .toList();
    }

    private static final class FakeCompany extends DemoCompany {

        private boolean loaded;
        private boolean empty;
        private int loads;
        private int tokens;

        @Override
        public boolean isLoaded() {
            return loaded;
        }

        @Override
        public boolean isPossible() {
            return empty;
        }

        @Override
        public void load() {
            loads++;
        }

        @Override
        public String newToken() {
            tokens++;
            return "token-" + tokens;
        }
    }
}
