package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.SignInOutcome;
import org.vinculo.crm.identity.SignedIn;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.identity.entity.ApiToken;
import org.vinculo.crm.identity.entity.LoginSession;
import org.vinculo.crm.identity.entity.PortalAccount;
import org.vinculo.crm.identity.entity.PortalMembership;
import org.vinculo.crm.identity.entity.RecoveryCode;
import org.vinculo.crm.identity.entity.Role;
import org.vinculo.crm.identity.entity.SignInEntry;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.identity.entity.Team;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.NotFound;

class AccountsDatabaseTest extends DatabaseTest {

    private static final ClientInfo CLIENT = new ClientInfo("192.0.2.7", "Browser", Locale.ENGLISH);

    private AccountDirectory directory;
    private CallerProfile profile;

    @BeforeEach
    void wire() {
        directory = wire(new AccountDirectory(), new CurrentCaller());
        profile = wire(new CallerProfile());
    }

    private StaffUser staff(String email, Role... roles) {
        StaffUser staff = new StaffUser(email, "Joana Teixeira", Locale.ENGLISH, ZoneOffset.UTC, NOW);
        staff.takePassword("$argon2id$x", NOW);
        Team team = new Team("North " + staff.getPublicId());
        em.persist(team);
        for (Role role : roles) {
            em.persist(role);
        }
        staff.assign(team, List.of(roles));
        em.persist(staff);
        return staff;
    }

    private PortalAccount customer(String email) {
        PortalAccount account = new PortalAccount(email, "Ana", Locale.forLanguageTag("pt-BR"), ZoneOffset.UTC, NOW);
        account.takePassword("$argon2id$x", NOW);
        em.persist(account);
        return account;
    }

    @Test
    void sameAddressLivesOncePerRealm() {
        StaffUser joana = staff("Joana@Example.org");
        PortalAccount ana = customer("joana@example.org");
        flushAndClear();

        assertThat(directory.find(Realm.STAFF, " JOANA@example.ORG").map(Account::getId))
                .contains(joana.getId());
        assertThat(directory.find(Realm.CUSTOMER, "joana@example.org").map(Account::getId))
                .contains(ana.getId());
    }

    @Test
    void aSecondAccountWithTheAddressInOtherLettersIsRefused() {
        staff("Joana@Example.org");
        em.flush();

        staff("JOANA@example.org");

        assertThatThrownBy(em::flush).isInstanceOf(PersistenceException.class);
    }

    @Test
    void noIdOfOneRealmOpensTheOther() {
        PortalAccount ana = customer("ana@example.org");
        flushAndClear();

        assertThatThrownBy(() -> directory.get(StaffUser.class, ana.getPublicId()))
                .isInstanceOf(NotFound.class);
        assertThat(directory.get(PortalAccount.class, ana.getPublicId()).getId())
                .isEqualTo(ana.getId());
    }

    @Test
    void staffGetsTheWidestReachOfAllRoles() {
        Role narrow =
                new Role(null, "Narrow", Map.of(Permission.CUSTOMER_VIEW, Scope.OWN, Permission.IMPORT_RUN, Scope.ALL));
        Role wide = new Role(null, "Wide", Map.of(Permission.CUSTOMER_VIEW, Scope.TEAM));
        StaffUser joana = staff("joana@example.org", narrow, wide);
        LoginSession session = new LoginSession(joana, "h1", LoginSession.State.ACTIVE, CLIENT, NOW);
        em.persist(session);
        flushAndClear();

        SessionSnapshot snapshot = profile.snapshot(em.find(LoginSession.class, session.getId()));

        assertThat(snapshot.mayEnter()).isTrue();
        assertThat(snapshot.signedIn().groups()).containsExactlyInAnyOrder("staff", "customer.view", "import.run");
        assertThat(snapshot.signedIn().caller().permissions())
                .isEqualTo(Map.of(Permission.CUSTOMER_VIEW, Scope.TEAM, Permission.IMPORT_RUN, Scope.ALL));
        assertThat(snapshot.signedIn().caller().teamId())
                .isEqualTo(joana.getTeam().getId());
    }

    @Test
    void theAdministratorMayEverything() {
        StaffUser joana = staff("joana@example.org", new Role(Role.ADMINISTRATOR, "Administrator", Map.of()));
        LoginSession session = new LoginSession(joana, "h2", LoginSession.State.ACTIVE, CLIENT, NOW);
        em.persist(session);
        flushAndClear();

        Caller caller = profile.snapshot(em.find(LoginSession.class, session.getId()))
                .signedIn()
                .caller();

        assertThat(caller.permissions()).hasSize(Permission.values().length).containsValue(Scope.ALL);
    }

    @Test
    void customerActsForTheMembershipOfTheSession() {
        PortalAccount ana = customer("ana@example.org");
        em.persist(new PortalMembership(ana, 71, OrgRole.VIEWER, NOW));
        em.persist(new PortalMembership(ana, 72, OrgRole.ADMIN, NOW));
        LoginSession session = new LoginSession(ana, "h3", LoginSession.State.ACTIVE, CLIENT, NOW);
        em.persist(session);
        flushAndClear();

        LoginSession stored = em.find(LoginSession.class, session.getId());
        assertThat(profile.snapshot(stored).signedIn().caller().customerId()).isEqualTo(71);

        stored.actFor(72);
        assertThat(profile.snapshot(stored).signedIn().caller().customerId()).isEqualTo(72);
        assertThat(profile.snapshot(stored).signedIn().groups())
                .containsExactlyInAnyOrder("customer", "customer.admin");

        stored.actFor(73);
        assertThat(profile.snapshot(stored).signedIn().caller().customerId()).isEqualTo(71);
    }

    @Test
    void neitherHalfSessionsNorDisabledNorMemberlessAccountsEnter() {
        StaffUser joana = staff("joana@example.org");
        LoginSession half = new LoginSession(joana, "h4", LoginSession.State.PENDING, CLIENT, NOW);
        LoginSession full = new LoginSession(joana, "h5", LoginSession.State.ACTIVE, CLIENT, NOW);
        LoginSession memberless =
                new LoginSession(customer("ana@example.org"), "h6", LoginSession.State.ACTIVE, CLIENT, NOW);
        em.persist(half);
        em.persist(full);
        em.persist(memberless);
        em.flush();

        assertThat(profile.snapshot(half).mayEnter()).isFalse();
        assertThat(profile.snapshot(memberless).mayEnter()).isFalse();
        assertThat(profile.snapshot(full).mayEnter()).isTrue();
        joana.disable();
        assertThat(profile.snapshot(full).mayEnter()).isFalse();
    }

    @Test
    void everythingElseIsStored() {
        StaffUser joana = staff("joana@example.org");
        em.persist(new RecoveryCode(joana, "c"));
        em.persist(
                new SignInEntry(Realm.STAFF, joana.getId(), "joana@example.org", SignInOutcome.SIGNED_IN, CLIENT, NOW));
        ApiToken token = new ApiToken("ERP", "t", joana, Set.of(Permission.CUSTOMER_VIEW), NOW, null);
        em.persist(token);
        flushAndClear();

        assertThat(em.find(ApiToken.class, token.getId()).getPermissions()).containsExactly(Permission.CUSTOMER_VIEW);
        assertThat(directory.isKnownAddress(joana, "192.0.2.7")).isTrue();
        assertThat(directory.isKnownAddress(joana, "192.0.2.8")).isFalse();
    }

    @Test
    void aLinkWorksOnceForItsPurposeAndUntilItExpires() {
        Links links = wire(new Links());
        StaffUser joana = staff("joana@example.org");
        em.flush();
        String token = links.issue(Purpose.RESET, joana, null, null);
        em.flush();

        assertThat(links.look(token, Purpose.SETUP)).isEmpty();
        for (String tampered :
                new String[] {null, "", "%", "_", "*", token.substring(1), token + "a", "\0".repeat(43)}) {
            assertThat(links.use(tampered, Purpose.RESET)).isEmpty();
        }
        assertThat(links.use(token, Purpose.RESET)).isPresent();
        em.clear();
        assertThat(links.use(token, Purpose.RESET)).isEmpty();
    }

    @Test
    void aLinkForANewPasswordIsDeadAfterAQuarterOfAnHour() {
        Links links = wire(new Links());
        StaffUser joana = staff("joana@example.org");
        em.flush();
        String token = links.issue(Purpose.RESET, joana, null, null);
        flushAndClear();
        Clock issued = links.clock;

        links.clock = Clock.offset(issued, Duration.ofMinutes(14));
        assertThat(links.look(token, Purpose.RESET)).isPresent();
        links.clock = Clock.offset(issued, Duration.ofMinutes(16));
        assertThat(links.look(token, Purpose.RESET)).isEmpty();
        assertThat(links.use(token, Purpose.RESET)).isEmpty();
    }

    @Test
    void aLinkThatCameTooLateStaysDeadWhenTheClockIsSetBack() {
        Links links = wire(new Links());
        StaffUser joana = staff("joana@example.org");
        em.flush();
        String token = links.issue(Purpose.RESET, joana, null, null);
        flushAndClear();
        Clock issued = links.clock;

        links.clock = Clock.offset(issued, Duration.ofMinutes(16));
        assertThat(links.look(token, Purpose.RESET)).isEmpty();
        flushAndClear();
        links.clock = Clock.offset(issued, Duration.ofMinutes(-44));

        assertThat(links.look(token, Purpose.RESET)).isEmpty();
        assertThat(links.use(token, Purpose.RESET)).isEmpty();
    }

    @Test
    void anApiTokenThatWasRefusedAsTooOldStaysDeadWhenTheClockIsSetBack() {
        StaffUser joana = staff("joana@example.org");
        TokenLedger tokens = wire(new TokenLedger(), Settings.of(Map.of()));
        Clock issued = tokens.clock;
        String hash = Secrets.sha256("a token of a program");
        em.persist(new ApiToken(
                "program",
                hash,
                joana,
                Set.of(Permission.CUSTOMER_VIEW),
                issued.instant(),
                issued.instant().plus(Duration.ofDays(1))));
        flushAndClear();

        assertThat(tokens.use(hash)).isPresent();
        tokens.clock = Clock.offset(issued, Duration.ofDays(1));
        assertThat(tokens.use(hash)).isEmpty();
        flushAndClear();
        tokens.clock = Clock.offset(issued, Duration.ofHours(23));

        assertThat(tokens.use(hash)).isEmpty();
    }

    @Test
    void anApiTokenWorksOnlyWhileItsMakerDoes() {
        StaffUser joana = staff("joana@example.org");
        TokenLedger tokens = wire(new TokenLedger(), Settings.of(Map.of()));
        String joanas = Secrets.sha256("a token that joana made");
        String nobodys = Secrets.sha256("a token of the installation");
        em.persist(new ApiToken("hers", joanas, joana, Set.of(Permission.CUSTOMER_VIEW), NOW, null));
        em.persist(new ApiToken("provision", nobodys, null, Set.of(Permission.CUSTOMER_VIEW), NOW, null));
        em.flush();
        assertThat(tokens.use(joanas)).isPresent();

        joana.disable();
        em.flush();
        assertThat(tokens.use(joanas)).isEmpty();
        assertThat(tokens.use(nobodys)).isPresent();
        joana.enable();
        em.flush();
        assertThat(tokens.use(joanas)).isPresent();
    }

    @Test
    void anApiTokenDoesNoMoreThanItsMakerMayNow() {
        Role clerk = new Role(
                null,
                "Clerk " + System.nanoTime(),
                Map.of(Permission.CUSTOMER_VIEW, Scope.ALL, Permission.CUSTOMER_EDIT, Scope.ALL));
        StaffUser joana = staff("joana@example.org", clerk);
        TokenLedger tokens = wire(new TokenLedger(), Settings.of(Map.of()));
        String joanas = Secrets.sha256("a token that joana made");
        String nobodys = Secrets.sha256("a token of the installation");
        Set<Permission> both = Set.of(Permission.CUSTOMER_VIEW, Permission.CUSTOMER_EDIT);
        em.persist(new ApiToken("hers", joanas, joana, both, NOW, null));
        em.persist(new ApiToken("provision", nobodys, null, both, NOW, null));
        em.flush();
        assertThat(allowed(tokens, joanas)).isEqualTo(both);

        clerk.grant(Map.of(Permission.CUSTOMER_VIEW, Scope.ALL, Permission.CUSTOMER_EDIT, Scope.TEAM));
        flushAndClear();
        assertThat(allowed(tokens, joanas)).containsExactly(Permission.CUSTOMER_VIEW);
        em.find(StaffUser.class, joana.getId()).assign(null, List.of());
        flushAndClear();
        assertThat(allowed(tokens, joanas)).isEmpty();
        assertThat(allowed(tokens, nobodys)).isEqualTo(both);
    }

    private static Set<Permission> allowed(TokenLedger tokens, String hash) {
        SignedIn program = tokens.use(hash).orElseThrow();
        Set<Permission> allowed = program.caller().permissions().keySet();
        assertThat(program.groups())
                .isEqualTo(allowed.stream().map(Permission::code).collect(Collectors.toSet()));
        return allowed;
    }

    @Test
    void oneAddressCannotTryManyAccounts() {
        Throttle throttle = wire(new Throttle(), wire(new ThrottleLedger()));
        for (int i = 0; i < 30; i++) {
            assertThat(throttle.beforePassword(Realm.STAFF, "a" + i + "@example.org", "192.0.2.9", false))
                    .as("try %d", i)
                    .isZero();
        }

        assertThat(throttle.beforePassword(Realm.STAFF, "a30@example.org", "192.0.2.9", true))
                .as("although its owner signs in from there")
                .isPositive();
        assertThat(throttle.beforePassword(Realm.STAFF, "a30@example.org", "192.0.2.10", false))
                .isZero();
    }

    @Test
    void manyAddressesCannotShareTheGuessing() {
        Throttle throttle = wire(new Throttle(), wire(new ThrottleLedger()));
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.beforePassword(Realm.STAFF, "joana@example.org", "198.51.100." + i, false))
                    .as("try %d", i)
                    .isZero();
        }

        assertThat(throttle.beforePassword(Realm.STAFF, "joana@example.org", "198.51.100.50", false))
                .isPositive();
        assertThat(throttle.beforePassword(Realm.STAFF, "joana@example.org", "198.51.100.51", true))
                .as("where the owner signed in lately")
                .isZero();
        assertThat(throttle.beforePassword(Realm.STAFF, "bruno@example.org", "198.51.100.50", false))
                .isZero();
        assertThat(throttle.beforePassword(Realm.CUSTOMER, "joana@example.org", "198.51.100.52", false))
                .as("the other door")
                .isZero();
    }

    @Test
    void linksAreKeptAsHashesOnly() {
        Links links = wire(new Links());
        StaffUser joana = staff("joana@example.org");
        em.flush();
        String token = links.issue(Purpose.RESET, joana, null, "payload");
        em.flush();

        Object[] row = (Object[])
                em.createNativeQuery("select * from account_token where id = (select max(id) from" + " account_token)")
                        .getSingleResult();
        assertThat(row).isNotEmpty().noneMatch(value -> String.valueOf(value).contains(token));
        assertThat(row).contains(Secrets.sha256(token));
    }

    @Test
    void anInvitationIsDeadAfterThreeDays() {
        Links links = wire(new Links());
        StaffUser joana = staff("joana@example.org");
        em.flush();
        Clock issued = links.clock;
        for (Purpose invitation : List.of(Purpose.STAFF_INVITATION, Purpose.CUSTOMER_INVITATION)) {
            String token = links.issue(invitation, joana, 71L, "VIEWER");
            flushAndClear();
            joana = em.find(StaffUser.class, joana.getId());

            links.clock = Clock.offset(issued, Duration.ofHours(71));
            assertThat(links.look(token, invitation)).isPresent();
            links.clock = Clock.offset(issued, Duration.ofHours(73));
            assertThat(links.look(token, invitation)).isEmpty();
            assertThat(links.use(token, invitation)).isEmpty();
            links.clock = issued;
        }
    }

    @Test
    void aNewLinkKillsTheEarlierOne() {
        Links links = wire(new Links());
        StaffUser joana = staff("joana@example.org");
        em.flush();
        String first = links.issue(Purpose.RESET, joana, null, null);
        em.flush();
        String second = links.issue(Purpose.RESET, joana, null, null);
        flushAndClear();

        assertThat(links.look(first, Purpose.RESET)).isEmpty();
        assertThat(links.look(second, Purpose.RESET)).isPresent();
    }

    @Test
    void theSixthTryWaitsAndTheOwnerElsewhereDoesNot() {
        Throttle throttle = wire(new Throttle(), wire(new ThrottleLedger()));
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.beforePassword(Realm.STAFF, "joana@example.org", "192.0.2.7", false))
                    .isZero();
        }

        assertThat(throttle.beforePassword(Realm.STAFF, "joana@example.org", "192.0.2.7", false))
                .isPositive();
        assertThat(throttle.beforePassword(Realm.STAFF, "joana@example.org", "192.0.2.8", false))
                .isZero();
        assertThat(throttle.beforePassword(Realm.STAFF, "other@example.org", "192.0.2.7", false))
                .isZero();
        throttle.passwordWasRight(Realm.STAFF, "joana@example.org", "192.0.2.7");
        em.clear();
        assertThat(throttle.beforePassword(Realm.STAFF, "joana@example.org", "192.0.2.7", false))
                .isZero();
    }

    @Test
    void notingAMomentIsNoConflictWithAChange() {
        StaffUser joana = staff("joana@example.org");
        LoginSession session = new LoginSession(joana, "h7", LoginSession.State.ACTIVE, CLIENT, NOW);
        em.persist(session);
        em.flush();

        Touches.signedIn(em, joana.getId(), NOW.plusSeconds(1));
        Touches.sessionSeen(em, session.getId(), NOW.plusSeconds(2));
        assertThat(Touches.useTotpStep(em, joana.getId(), 7)).isTrue();
        assertThat(Touches.useTotpStep(em, joana.getId(), 7)).isFalse();
        joana.disable();
        session.end(LoginSession.EndReason.DISABLED, NOW);
        flushAndClear();

        assertThat(em.find(StaffUser.class, joana.getId()).getLastSignInAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(em.find(LoginSession.class, session.getId()).getLastSeenAt()).isEqualTo(NOW.plusSeconds(2));
    }
}
