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
import org.vinculo.crm.identity.entity.AccountToken;
import org.vinculo.crm.identity.entity.PortalAccount;
import org.vinculo.crm.identity.entity.PortalMembership;
import org.vinculo.crm.identity.internal.AccountDirectory;
import org.vinculo.crm.identity.internal.AccountNotices;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.identity.internal.Links;
import org.vinculo.crm.identity.internal.PortalInvitations;
import org.vinculo.crm.identity.internal.Throttle;
import org.vinculo.crm.identity.internal.ThrottleLedger;
import org.vinculo.crm.identity.portal.MyTeam;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.TooManyRequests;

/** The team of an organisation, managed by its administrators. */
class MyTeamTest extends DatabaseTest {

    private static final long BAKERY = 71;
    private static final long MILL = 72;
    private static final long GONE = 73;

    private final CurrentCaller callers = new CurrentCaller();
    private final List<Object> fired = new ArrayList<>();
    private final Map<Long, String> names = new HashMap<>(Map.of(BAKERY, "Padaria", MILL, "moinho"));
    private final List<String> mails = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private OrgRole role = OrgRole.ADMIN;
    private Links links;
    private MyTeam team;
    private PortalInvitations invitations;
    private Instance<?> customers;
    private Journal journal;
    private PortalAccount ana;

    @BeforeEach
    void wireTeam() {
        Event<?> events = always(Event.class, "fire", fired::add);
        customers = always(Instance.class, "get", nothing -> new Names());
        Settings settings = Settings.of(Map.of());
        AccountMails outbox = (to, locale, template, secret, args) -> {
            mails.add(to);
            String link = String.valueOf(args[1]);
            secrets.add(link.substring(link.indexOf("token=") + "token=".length()));
        };
        links = wire(new Links(), settings);
        invitations = wire(
                new PortalInvitations(),
                wire(new AccountDirectory(), callers),
                links,
                wire(new AccountNotices(), settings, outbox),
                settings,
                events);
        journal = wire(new Journal(), callers, events);
        SendingLimits limits = wire(new SendingLimits(), callers, wire(new Throttle(), wire(new ThrottleLedger())));
        team = wire(new MyTeam(), callers, customers, invitations, journal, events, limits);
        ana = account("ana");
        callAs(ana, BAKERY);
    }

    @AfterEach
    void unbind() {
        callers.bind(null);
    }

    @Test
    void whoInvitesOneAfterTheOtherHasToWait() {
        join(ana, BAKERY);
        for (int i = 0; i < 30; i++) {
            team.invite("stranger" + i + "@example.org", "Stranger", OrgRole.VIEWER);
        }

        assertThatThrownBy(() -> team.invite("one.more@example.org", "Stranger", OrgRole.VIEWER))
                .isInstanceOf(TooManyRequests.class);
    }

    /** An organisation must not learn who has an account here, nor under which name. */
    @Test
    void whoeverIsInvitedTheAnswerIsTheSame() {
        join(ana, BAKERY);
        PortalAccount known = account("knownElsewhere");
        known.takePassword("$argon2id$x", NOW);
        PortalAccount disabled = account("disabledElsewhere");
        disabled.takePassword("$argon2id$x", NOW);
        disabled.disable();
        em.flush();
        String unknown = "nobody" + System.nanoTime() + "@example.org";
        List<String> addresses = List.of(
                unknown.replace("nobody", "Nobody"),
                known.getEmail().toUpperCase(Locale.ROOT),
                disabled.getEmail().toUpperCase(Locale.ROOT));

        addresses.forEach(address -> team.invite(address, "Rita", OrgRole.VIEWER));
        flushAndClear();

        List<PortalAccess> invited =
                team.list().stream().filter(PortalAccess::invited).toList();
        assertThat(invited).extracting(PortalAccess::email).containsExactlyElementsOf(addresses);
        assertThat(invited).allSatisfy(each -> {
            assertThat(each.name()).isEqualTo("Rita");
            assertThat(each.role()).isEqualTo(OrgRole.VIEWER);
            assertThat(each.status()).isEqualTo(AccountStatus.INVITED);
            assertThat(each.expiresAt()).isEqualTo(invited.get(0).expiresAt());
            assertThat(each.lastSignInAt()).isNull();
        });
        assertThat(mails)
                .as("to whom is shut out nothing is written")
                .containsExactly(addresses.get(0), known.getEmail());
    }

    @Test
    void anInvitationThatWasEndedOrSentAgainIsDead() {
        join(ana, BAKERY);
        String address = "rita" + System.nanoTime() + "@example.org";
        team.invite(address, "Rita", OrgRole.VIEWER);
        team.invite(address, "Rita", OrgRole.BUYER);
        flushAndClear();
        assertThat(secrets).hasSize(2);
        assertThat(links.look(secrets.get(0), AccountToken.Purpose.CUSTOMER_INVITATION))
                .isEmpty();
        assertThat(links.look(secrets.get(1), AccountToken.Purpose.CUSTOMER_INVITATION))
                .isPresent();
        PortalAccess open =
                team.list().stream().filter(PortalAccess::invited).findFirst().orElseThrow();
        assertThat(open.role()).isEqualTo(OrgRole.BUYER);

        team.remove(open.accountId());
        flushAndClear();

        assertThat(links.look(secrets.get(1), AccountToken.Purpose.CUSTOMER_INVITATION))
                .isEmpty();
        assertThat(links.use(secrets.get(1), AccountToken.Purpose.CUSTOMER_INVITATION))
                .isEmpty();
        assertThat(team.list()).noneMatch(PortalAccess::invited);
    }

    @Test
    void colleagueOfAnotherOrganisationDoesNotExist() {
        join(ana, BAKERY);
        PortalAccount bruno = account("bruno");
        String stranger = join(bruno, MILL);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> team.changeRole(stranger, OrgRole.ADMIN)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> team.remove(bruno.getPublicId())).isInstanceOf(NotFound.class);
        });
        assertThat(team.list()).extracting(PortalAccess::name).containsExactly("ana");
        assertThat(fired).isEmpty();
    }

    @Test
    void theLastAdministratorStays() {
        String me = join(ana, BAKERY);
        PortalAccount rita = account("rita");
        String colleague = join(rita, BAKERY);
        team.changeRole(colleague, OrgRole.BUYER);

        assertThatThrownBy(() -> team.changeRole(me, OrgRole.VIEWER)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> team.remove(ana.getPublicId())).isInstanceOf(InvalidInput.class);

        team.changeRole(colleague, OrgRole.ADMIN);
        team.changeRole(me, OrgRole.VIEWER);
        assertThat(fired).contains(new PortalDeed(BAKERY, "portal.role"));
        assertThat(fired)
                .contains(new SecurityEvent("portal.role", null, "customer", "public" + BAKERY, BAKERY, "BUYER"));
    }

    @Test
    void whatStaffDoToThePeopleOfACustomerIsToldToTheTrail() {
        PortalAccessService portal = wire(new PortalAccessService(), invitations, journal, customers);
        PortalAccount rita = account("rita");
        String membership = join(rita, BAKERY);

        portal.invite(BAKERY, "new@example.org", "New", OrgRole.VIEWER, Locale.ENGLISH);
        portal.changeRole(BAKERY, membership, OrgRole.ADMIN);
        portal.end(BAKERY, rita.getPublicId());

        assertThat(fired)
                .filteredOn(SecurityEvent.class::isInstance)
                .containsExactly(
                        new SecurityEvent("portal.invited", null, "customer", "public" + BAKERY, BAKERY, "VIEWER"),
                        new SecurityEvent("portal.role", null, "customer", "public" + BAKERY, BAKERY, "ADMIN"),
                        new SecurityEvent("portal.ended", null, "customer", "public" + BAKERY, BAKERY, null));
    }

    @Test
    void onlyAdministratorsManageTheTeam() {
        join(ana, BAKERY);
        role = OrgRole.BUYER;
        callAs(ana, BAKERY);

        assertThat(team.mayManage()).isFalse();
        assertThatThrownBy(() -> team.invite("new@example.org", "New", OrgRole.VIEWER))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> team.remove(ana.getPublicId())).isInstanceOf(NotAllowed.class);
    }

    private PortalAccount account(String name) {
        PortalAccount account =
                new PortalAccount(name + System.nanoTime() + "@example.org", name, Locale.ENGLISH, ZoneOffset.UTC, NOW);
        em.persist(account);
        em.flush();
        return account;
    }

    private String join(PortalAccount account, long customerId) {
        PortalMembership membership = new PortalMembership(account, customerId, OrgRole.ADMIN, NOW);
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
                role,
                "192.0.2.7",
                null,
                "test",
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }

    private static <T> T always(Class<T> type, String name, java.util.function.Function<Object, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                MyTeamTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
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
            return permission == Permission.PORTAL_INVITE ? find(customerId) : Optional.empty();
        }

        @Override
        public void emailVerified(long customerId, String email) {
            throw new UnsupportedOperationException();
        }
    }
}
