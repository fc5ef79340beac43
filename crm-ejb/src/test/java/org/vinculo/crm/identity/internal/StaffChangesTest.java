package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.AccountMails;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.RoleService;
import org.vinculo.crm.identity.RoleView;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.SecurityEvent;
import org.vinculo.crm.identity.SecurityEvent.Change;
import org.vinculo.crm.identity.StaffForm;
import org.vinculo.crm.identity.TokenService;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.identity.entity.ApiToken;
import org.vinculo.crm.identity.entity.LoginSession;
import org.vinculo.crm.identity.entity.RecoveryCode;
import org.vinculo.crm.identity.entity.Role;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;

/** What administrators may do with the accounts of colleagues, and what the trail is told of it. */
class StaffChangesTest extends PartyTest {

    private final List<SecurityEvent> told = new ArrayList<>();

    private final List<String> mails = new ArrayList<>();
    private StaffAdministration administration;
    private Journal journal;
    private Links links;

    @BeforeEach
    void wireAdministration() {
        Settings settings = Settings.of(Map.of());
        AccountMails outbox = (to, locale, template, secret, args) -> mails.add(template + " " + to);
        journal = wire(new Journal(), callers, event(told::add));
        links = wire(new Links(), settings);
        administration = wire(
                new StaffAdministration(),
                wire(new AccountDirectory(), callers),
                wire(new SessionLedger(), wire(new CallerProfile())),
                wire(new Grants(), callers),
                wire(new SecondFactor(), settings),
                links,
                wire(new AccountNotices(), settings, outbox),
                settings,
                journal,
                callers);
        callAs(north, Scope.ALL);
    }

    @Test
    void everyFieldThatIsOtherwiseIsTold() {
        Role role = clerk(Scope.OWN);
        StaffForm form = form(south);
        form.setName("Sofia Sul");
        form.setLanguage("es");
        form.setTeamId(northTeam.getPublicId());
        form.setRoleIds(List.of(role.getPublicId()));

        administration.save(form);

        assertThat(told).hasSize(1);
        assertThat(told.get(0).action()).isEqualTo("user.changed");
        assertThat(told.get(0).changes())
                .containsExactly(
                        new Change("name", "south", "Sofia Sul"),
                        new Change("team", southTeam.getName(), northTeam.getName()),
                        new Change("language", "en", "es"));
    }

    @Test
    void nobodyTouchesTheAccountOfSomebodyMightier() {
        Role role = clerk(Scope.ALL);
        callAs(north, Scope.TEAM);
        String id = south.getPublicId();
        StaffForm form = form(south);
        form.setRoleIds(List.of(role.getPublicId()));

        refused("", () -> administration.save(form));
        refused("", () -> administration.disable(id));
        refused("", () -> administration.enable(id));
        refused("", () -> administration.endSessions(id));
        refused("", () -> administration.resetSecondFactor(id));
        refused("", () -> administration.inviteAgain(id));
        assertThat(told).isEmpty();
        assertThat(mails).isEmpty();
    }

    @Test
    void nobodyGivesAwayMoreThanTheyMay() {
        Role wide = new Role(null, "Wide " + System.nanoTime(), Map.of(Permission.CUSTOMER_VIEW, Scope.ALL));
        em.persist(wide);
        clerk(Scope.TEAM);
        callAs(north, Scope.TEAM);
        StaffForm promoted = form(south);
        promoted.setRoleIds(List.of(wide.getPublicId()));
        StaffForm invited = form(south);
        invited.setId(null);
        invited.setEmail("fresh" + System.nanoTime() + "@example.org");
        invited.setRoleIds(List.of(wide.getPublicId()));

        refused("roleIds", () -> administration.save(promoted));
        refused("roleIds", () -> administration.invite(invited));
        assertThat(south.getRoles()).doesNotContain(wide);
    }

    @Test
    void nobodyMakesARoleThatIsMoreThanTheyMay() {
        Role narrow = clerk(Scope.OWN);
        Role wide = new Role(null, "Wide " + System.nanoTime(), Map.of(Permission.CUSTOMER_VIEW, Scope.ALL));
        em.persist(wide);
        em.flush();
        RoleService roles = wire(new RoleService(), wire(new Grants(), callers), journal);
        callAs(north, Scope.TEAM);
        Map<Permission, Scope> everything = Map.of(Permission.CUSTOMER_VIEW, Scope.ALL);
        Map<Permission, Scope> nothing = Map.of();

        refused("", () -> roles.save(narrow.getPublicId(), narrow.getVersion(), narrow.getName(), everything));
        refused("", () -> roles.save(wide.getPublicId(), wide.getVersion(), wide.getName(), nothing));
        refused("likeId", () -> roles.create("Like it " + System.nanoTime(), wide.getPublicId()));
        assertThat(narrow.getPermissions()).isEqualTo(Map.of(Permission.CUSTOMER_VIEW, Scope.OWN));
        assertThat(wide.getPermissions()).isEqualTo(everything);
        assertThat(told).isEmpty();
    }

    @Test
    void whatARoleAllowsIsToldWhenItIsMadeChangedAndTakenAway() {
        Role like = clerk(Scope.OWN);
        RoleService roles = wire(new RoleService(), wire(new Grants(), callers), journal);

        String id = roles.create("Like it " + System.nanoTime(), like.getPublicId());
        em.flush();
        RoleView made = roles.get(id);
        roles.save(id, made.version(), made.role().name(), Map.of(Permission.CUSTOMER_VIEW, Scope.ALL));
        roles.remove(id);

        assertThat(told)
                .extracting(SecurityEvent::action)
                .containsExactly("role.created", "role.changed", "role.removed");
        assertThat(told).allSatisfy(event -> {
            assertThat(event.entity()).isEqualTo("role");
            assertThat(event.entityId()).isEqualTo(id);
        });
        assertThat(told.get(0).detail()).contains("CUSTOMER_VIEW=OWN");
        assertThat(told.get(1).detail()).contains("CUSTOMER_VIEW=ALL");
    }

    @Test
    void aTokenReachesNoFurtherThanItsMaker() {
        TokenService tokens = wire(
                new TokenService(),
                wire(new AccountDirectory(), callers),
                wire(new Grants(), callers),
                new Credentials(),
                callers,
                journal);
        Set<Permission> all = Set.of(Permission.CUSTOMER_VIEW);
        callAs(north, Scope.TEAM);

        refused("permissions", () -> tokens.create("ERP", all, null));
        assertThat(tokens.grantable()).isEmpty();
        assertThat(told).isEmpty();
        callAs(north, Scope.ALL);
        assertThat(tokens.grantable()).contains(Permission.CUSTOMER_VIEW);
        assertThat(tokens.create("ERP", all, null)).isNotBlank();
        assertThat(told).extracting(SecurityEvent::action).containsExactly("token.created");
    }

    @Test
    void aTokenThatWasTakenBackOpensNothingAndTheTrailSaysSo() {
        TokenService tokens = wire(
                new TokenService(),
                wire(new AccountDirectory(), callers),
                wire(new Grants(), callers),
                new Credentials(),
                callers,
                journal);
        String secret = tokens.create("ERP", Set.of(Permission.CUSTOMER_VIEW), null);
        em.flush();
        ApiToken token = em.createQuery("select t from ApiToken t order by t.id desc", ApiToken.class)
                .setMaxResults(1)
                .getSingleResult();
        assertThat(token.isUsable(NOW)).isTrue();

        tokens.revoke(token.getPublicId());
        flushAndClear();

        assertThat(em.find(ApiToken.class, token.getId()).isUsable(NOW)).isFalse();
        assertThat(told).extracting(SecurityEvent::action).containsExactly("token.created", "token.revoked");
        assertThat(told)
                .extracting(SecurityEvent::detail)
                .allSatisfy(detail -> assertThat(detail).contains("ERP").doesNotContain(secret));
    }

    @Test
    void linksOfSomebodyDisabledStayDeadWhenTheyComeBack() {
        clerk(Scope.OWN);
        south.takePassword("$argon2id$x", NOW);
        String link = links.issue(Purpose.RESET, south, null, null);
        flushAndClear();

        administration.disable(south.getPublicId());
        administration.enable(south.getPublicId());
        flushAndClear();

        assertThat(links.look(link, Purpose.RESET)).isEmpty();
        assertThat(links.use(link, Purpose.RESET)).isEmpty();
    }

    @Test
    void linksDieWithTheAddressTheyWereSentTo() {
        Role role = clerk(Scope.OWN);
        south.takePassword("$argon2id$x", NOW);
        String link = links.issue(Purpose.RESET, south, null, null);
        flushAndClear();
        String former = south.getEmail();
        StaffForm form = form(south);
        form.setRoleIds(List.of(role.getPublicId()));
        form.setEmail("moved" + System.nanoTime() + "@example.org");

        administration.save(form);
        flushAndClear();

        assertThat(links.look(link, Purpose.RESET)).isEmpty();
        assertThat(links.use(link, Purpose.RESET)).isEmpty();
        assertThat(mails).contains("identity.mail.emailChanged " + former);
    }

    @Test
    void anAdministratorEndsEverySessionOfAColleague() {
        clerk(Scope.OWN);
        LoginSession souths = session(south);
        LoginSession norths = session(north);

        assertThat(administration.endSessions(south.getPublicId())).isEqualTo(1);
        flushAndClear();

        assertThat(em.find(LoginSession.class, souths.getId()).getState()).isEqualTo(LoginSession.State.ENDED);
        assertThat(em.find(LoginSession.class, norths.getId()).getState()).isEqualTo(LoginSession.State.ACTIVE);
        assertThat(told).extracting(SecurityEvent::action).containsExactly("session.endedByAdmin");
    }

    @Test
    void anAdministratorTakesAwayALostSecondFactorAndItsOwnerIsTold() {
        clerk(Scope.OWN);
        south.enableTotp("sealed", 1, NOW);
        em.persist(new RecoveryCode(south, Secrets.sha256("code")));
        LoginSession souths = session(south);
        flushAndClear();

        administration.resetSecondFactor(south.getPublicId());
        flushAndClear();

        StaffUser stored = em.find(StaffUser.class, south.getId());
        assertThat(stored.hasTotp()).isFalse();
        assertThat(stored.getTotpSecret()).isNull();
        assertThat(em.createQuery("select r from RecoveryCode r where r.account = :account", RecoveryCode.class)
                        .setParameter("account", stored)
                        .getResultList())
                .isEmpty();
        assertThat(em.find(LoginSession.class, souths.getId()).getState()).isEqualTo(LoginSession.State.ENDED);
        assertThat(mails).containsExactly("identity.mail.mfaOff " + south.getEmail());
        assertThat(told).extracting(SecurityEvent::action).containsExactly("mfa.reset");
        refused("", () -> administration.resetSecondFactor(north.getPublicId()));
    }

    private static void refused(String field, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly(field));
    }

    private Role clerk(Scope reach) {
        Role role = new Role(null, "Clerk " + System.nanoTime(), Map.of(Permission.CUSTOMER_VIEW, reach));
        em.persist(role);
        south.assign(southTeam, List.of(role));
        em.flush();
        return role;
    }

    private StaffForm form(StaffUser staff) {
        StaffForm form = new StaffForm();
        form.setId(staff.getPublicId());
        form.setVersion(staff.getVersion());
        form.setEmail(staff.getEmail());
        form.setName(staff.getDisplayName());
        form.setLanguage("en");
        return form;
    }

    private LoginSession session(StaffUser staff) {
        LoginSession session = new LoginSession(
                staff,
                Secrets.sha256(Secrets.newToken()),
                LoginSession.State.ACTIVE,
                new ClientInfo("192.0.2.7", "Browser", Locale.ENGLISH),
                NOW);
        em.persist(session);
        em.flush();
        return session;
    }

    private static Event<?> event(Consumer<SecurityEvent> heard) {
        return (Event<?>) Proxy.newProxyInstance(
                StaffChangesTest.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, args) -> {
                    if (method.getName().equals("fire")) {
                        heard.accept((SecurityEvent) args[0]);
                    }
                    return null;
                });
    }
}
