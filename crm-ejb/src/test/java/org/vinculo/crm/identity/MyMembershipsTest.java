package org.vinculo.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.entity.LoginSession;
import org.vinculo.crm.identity.entity.PortalAccount;
import org.vinculo.crm.identity.entity.PortalMembership;
import org.vinculo.crm.identity.internal.CallerProfile;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.identity.internal.SessionLedger;
import org.vinculo.crm.identity.portal.MyMembership;
import org.vinculo.crm.identity.portal.MyMemberships;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.shared.NotFound;

/** Somebody who acts for several customers, one at a time. */
class MyMembershipsTest extends DatabaseTest {

    private static final long BAKERY = 71;
    private static final long MILL = 72;
    private static final long GONE = 73;

    private final CurrentCaller callers = new CurrentCaller();
    private final List<Object> fired = new ArrayList<>();
    private final Map<Long, String> names = new HashMap<>(Map.of(BAKERY, "Padaria", MILL, "moinho"));
    private MyMemberships memberships;
    private PortalAccount ana;
    private LoginSession session;

    @BeforeEach
    void signIn() {
        Event<?> events = always(Event.class, "fire", fired::add);
        Instance<?> customers = always(Instance.class, "get", nothing -> new Names());
        CallerProfile profile = wire(new CallerProfile());
        SessionLedger sessions = wire(new SessionLedger(), profile, events);
        Journal journal = wire(new Journal(), callers, events);
        memberships = wire(new MyMemberships(), profile, sessions, journal, callers, customers);
        ana = account("ana");
        session = new LoginSession(
                ana,
                "hash" + System.nanoTime(),
                LoginSession.State.ACTIVE,
                new ClientInfo("192.0.2.7", "Browser", Locale.ENGLISH),
                NOW);
        em.persist(session);
        em.flush();
        callAs(ana, BAKERY);
    }

    @AfterEach
    void unbind() {
        callers.bind(null);
    }

    @Test
    void whoActsForOneCustomerIsNotAskedWhich() {
        join(ana, BAKERY);

        assertThat(memberships.choices()).isEmpty();
    }

    @Test
    void theChoicesStandByNameAndThePresentOneIsMarked() {
        join(ana, BAKERY);
        join(ana, MILL);
        join(ana, GONE);

        assertThat(memberships.choices())
                .extracting(MyMembership::name, MyMembership::current)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("moinho", false),
                        org.assertj.core.groups.Tuple.tuple("Padaria", true));
    }

    @Test
    void theSessionGoesOverAndItsRightsAreReadAfresh() {
        join(ana, BAKERY);
        String mill = join(ana, MILL);

        memberships.actFor(mill, session.getPublicId());

        assertThat(session.getCustomerId()).isEqualTo(MILL);
        assertThat(fired).contains(new AccessChanged(ana.getId()));
        assertThat(fired)
                .filteredOn(SecurityEvent.class::isInstance)
                .containsExactly(new SecurityEvent("portal.actsFor", null, "customer", "public" + MILL, MILL, null));
    }

    @Test
    void nobodyActsForACustomerOfSomebodyElse() {
        join(ana, BAKERY);
        String stranger = join(account("bruno"), MILL);
        String gone = join(ana, GONE);
        String ended = join(ana, MILL);
        em.createQuery("delete from PortalMembership m where m.publicId = :id")
                .setParameter("id", ended)
                .executeUpdate();
        em.clear();

        for (String id : new String[] {stranger, gone, ended, "", null, "%"}) {
            assertThatThrownBy(() -> memberships.actFor(id, session.getPublicId()))
                    .as(id)
                    .isInstanceOf(NotFound.class);
        }

        assertThat(em.find(LoginSession.class, session.getId()).getCustomerId()).isNull();
        assertThat(fired).isEmpty();
    }

    @Test
    void theSessionOfSomebodyElseStaysWhereItIs() {
        PortalAccount bruno = account("bruno");
        String mill = join(bruno, MILL);
        callAs(bruno, MILL);

        assertThatThrownBy(() -> memberships.actFor(mill, session.getPublicId()))
                .isInstanceOf(NotFound.class);
        assertThat(session.getCustomerId()).isNull();
    }

    private PortalAccount account(String name) {
        PortalAccount account =
                new PortalAccount(name + System.nanoTime() + "@example.org", name, Locale.ENGLISH, ZoneOffset.UTC, NOW);
        em.persist(account);
        em.flush();
        return account;
    }

    private String join(PortalAccount account, long customerId) {
        PortalMembership membership = new PortalMembership(account, customerId, OrgRole.VIEWER, NOW);
        em.persist(membership);
        em.flush();
        return membership.getPublicId();
    }

    private void callAs(PortalAccount account, long customerId) {
        callers.bind(new Caller(
                Caller.Kind.CUSTOMER,
                account.getId(),
                "Ana",
                customerId,
                null,
                Map.of(),
                OrgRole.VIEWER,
                "192.0.2.7",
                null,
                "test",
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }

    private static <T> T always(Class<T> type, String name, java.util.function.Function<Object, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                MyMembershipsTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    if (!method.getName().equals(name)) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    Object given = answer.apply(args == null ? null : args[0]);
                    return method.getReturnType() == void.class ? null : given;
                }));
    }

    /** The customers as their own room would name them. */
    private final class Names implements CustomerMatching {

        @Override
        public Optional<Candidate> find(long customerId) {
            return Optional.ofNullable(names.get(customerId))
                    .map(name -> new Candidate(customerId, "public" + customerId, name, true));
        }

        @Override
        public Map<Long, Candidate> find(Collection<Long> customerIds) {
            Map<Long, Candidate> found = new HashMap<>();
            customerIds.forEach(id -> find(id).ifPresent(candidate -> found.put(id, candidate)));
            return found;
        }

        @Override
        public List<Candidate> withVerifiedEmail(String email) {
            return List.of();
        }

        @Override
        public Candidate createProspect(String name, String email, Locale locale) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Candidate> find(long customerId, Permission permission) {
            return Optional.empty();
        }

        @Override
        public void emailVerified(long customerId, String email) {
            throw new UnsupportedOperationException();
        }
    }
}
