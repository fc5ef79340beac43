package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.InvitationService;
import org.vinculo.crm.identity.PasswordService;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.PortalAccount;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.persistence.StatementCounter;
import org.vinculo.crm.platform.Settings;

/**
 * How long an answer takes must not tell whether somebody has an account. A clock would prove that on a quiet machine only;
 * what takes the time are the statements, so these must be the same, one by one.
 */
class SameWorkTest extends DatabaseTest {

    private static final ClientInfo CLIENT = new ClientInfo("192.0.2.7", "Browser", Locale.ENGLISH);

    private PasswordService passwords;
    private InvitationService invitations;
    private String mark;

    @BeforeEach
    void wire() {
        Settings settings = Settings.of(Map.of());
        RequestLimits limits = wire(new RequestLimits(), wire(new Throttle(), wire(new ThrottleLedger())));
        RequestDesk desk = wire(new RequestDesk());
        AccountDirectory directory = wire(new AccountDirectory());
        NewPasswords fresh = wire(new NewPasswords(), settings);
        passwords = wire(new PasswordService(), wire(new Links(), settings), directory, limits, desk, fresh);
        invitations = wire(new InvitationService(), wire(new Links(), settings), limits, desk, fresh);
        mark = Long.toString(System.nanoTime());
    }

    @ParameterizedTest
    @EnumSource(Realm.class)
    void whoForgotAPasswordIsAnsweredWithoutALookAtTheAccounts(Realm realm) {
        sameForAll(realm, email -> passwords.forgot(realm, email, CLIENT));
    }

    @Test
    void whoRegistersIsAnsweredWithoutALookAtTheAccounts() {
        sameForAll(Realm.CUSTOMER, email -> invitations.register("Ana", email, CLIENT));
    }

    /** The mail costs time that only somebody known has cost: it is written by another thread. */
    @Test
    void theMailIsWrittenAfterTheAnswer() {
        List<Runnable> later = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        RequestAnswerer answerer = new RequestAnswerer();
        answerer.executor = (ManagedExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ManagedExecutorService.class}, (proxy, method, args) -> {
                    later.add((Runnable) args[0]);
                    return null;
                });
        answerer.ledger = new RequestLedger() {
            @Override
            public List<Long> due(int atMost) {
                asked.add("due");
                return List.of();
            }
        };

        answerer.onTaken(new RequestDesk.Taken());

        assertThat(asked).isEmpty();
        later.forEach(Runnable::run);
        assertThat(asked).containsExactly("due");
    }

    private void sameForAll(Realm realm, Consumer<String> ask) {
        Account active = account(realm, "active");
        active.takePassword("$argon2id$x", NOW);
        active.verifyEmail(NOW);
        account(realm, "invited");
        Account disabled = account(realm, "disabled");
        disabled.disable();
        statements(ask, "first");

        List<String> unknown = statements(ask, "unknown");

        assertThat(unknown).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("insert into account_request"));
        for (String somebody : List.of("active", "invited", "disabled")) {
            assertThat(statements(ask, somebody)).as(somebody).containsExactlyElementsOf(unknown);
        }
    }

    private List<String> statements(Consumer<String> ask, String who) {
        flushAndClear();
        return StatementCounter.during(() -> {
            ask.accept(address(who));
            em.flush();
        });
    }

    private Account account(Realm realm, String who) {
        Account account = realm == Realm.STAFF
                ? new StaffUser(address(who), "Colleague", Locale.ENGLISH, ZoneOffset.UTC, NOW)
                : new PortalAccount(address(who), "Ana", Locale.ENGLISH, ZoneOffset.UTC, NOW);
        em.persist(account);
        return account;
    }

    private String address(String who) {
        return who + mark + "@example.org";
    }
}
