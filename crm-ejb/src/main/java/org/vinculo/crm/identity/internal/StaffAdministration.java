package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.AccessChanged;
import org.vinculo.crm.identity.AccountStatus;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.SecurityEvent;
import org.vinculo.crm.identity.SessionView;
import org.vinculo.crm.identity.StaffDetails;
import org.vinculo.crm.identity.StaffForm;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.identity.entity.LoginSession.EndReason;
import org.vinculo.crm.identity.entity.Role;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.identity.entity.Team;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.EmailAddress;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Texts;

/** What administrators do with staff. Nobody can shut out the last administrator, nor themselves. */
@ApplicationScoped
public class StaffAdministration {

    private static final int HISTORY = 20;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    AccountDirectory directory;

    @Inject
    SessionLedger sessions;

    @Inject
    SignInLog log;

    @Inject
    Grants grants;

    @Inject
    SecondFactor secondFactor;

    @Inject
    Links links;

    @Inject
    AccountNotices notices;

    @Inject
    Journal journal;

    @Inject
    CurrentCaller callers;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    Event<AccessChanged> accessChanged;

    public StaffDetails get(String id) {
        StaffUser staff = staff(id);
        return new StaffDetails(
                StaffRows.row(staff),
                form(staff),
                staff.permissions(),
                sessions.open(staff.getId()).stream()
                        .map(session -> new SessionView(
                                session.getPublicId(),
                                session.getCreatedAt(),
                                session.getLastSeenAt(),
                                session.getIp(),
                                session.getUserAgent(),
                                false))
                        .toList(),
                log.of(staff.getId(), HISTORY),
                isSelf(staff));
    }

    private static StaffForm form(StaffUser staff) {
        StaffForm form = new StaffForm();
        form.setId(staff.getPublicId());
        form.setVersion(staff.getVersion());
        form.setEmail(staff.getEmail());
        form.setName(staff.getDisplayName());
        form.setLanguage(staff.locale().toLanguageTag());
        form.setTeamId(staff.getTeam() == null ? null : staff.getTeam().getPublicId());
        form.setRoleIds(staff.getRoles().stream().map(Role::getPublicId).toList());
        return form;
    }

    public String invite(StaffForm form) {
        requireFree(form.getEmail(), null);
        StaffUser staff = new StaffUser(
                form.getEmail(), name(form), Texts.supported(form.getLanguage()), settings.zone(), clock.instant());
        staff.assign(team(form), roles(form));
        em.persist(staff);
        em.flush();
        sendInvitation(staff);
        journal.byCaller("user.invited", staff, roleNames(staff));
        return staff.getPublicId();
    }

    public void inviteAgain(String id) {
        StaffUser staff = reachable(id);
        if (staff.getStatus() != AccountStatus.INVITED) {
            throw new NotFound();
        }
        sendInvitation(staff);
        journal.byCaller("user.invited", staff, roleNames(staff));
    }

    private void sendInvitation(StaffUser staff) {
        String token = links.issue(Purpose.STAFF_INVITATION, staff, null, null);
        notices.staffInvitation(staff, callers.get().name(), links.address(Realm.STAFF, "/accept", token));
    }

    public void save(StaffForm form) {
        StaffUser staff = reachable(form.getId());
        if (staff.getVersion() != form.getVersion()) {
            throw new ConcurrentChange();
        }
        requireFree(form.getEmail(), staff);
        boolean wasAdministrator = staff.isAdministrator();
        String rolesBefore = roleNames(staff);
        Map<String, String> before = shown(staff);
        staff.present(name(form), Texts.supported(form.getLanguage()), staff.zoneId(), staff.getTheme());
        staff.assign(team(form), roles(form));
        if (wasAdministrator && !staff.isAdministrator()) {
            requireAnotherAdministrator(staff, "roleIds");
        }
        changeEmail(staff, form.getEmail());
        em.lock(staff, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        journal.byCaller("user.changed", staff, rolesBefore + " -> " + roleNames(staff), changes(before, shown(staff)));
        accessChanged.fire(new AccessChanged(staff.getId()));
    }

    /** What the trail tells of an account besides its roles. */
    private static Map<String, String> shown(StaffUser staff) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("name", staff.getDisplayName());
        shown.put("email", staff.getEmail());
        shown.put("team", staff.getTeam() == null ? null : staff.getTeam().getName());
        shown.put("language", staff.locale().toLanguageTag());
        return shown;
    }

    private static List<SecurityEvent.Change> changes(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(field -> !Objects.equals(before.get(field.getKey()), field.getValue()))
                .map(field -> new SecurityEvent.Change(field.getKey(), before.get(field.getKey()), field.getValue()))
                .toList();
    }

    private void changeEmail(StaffUser staff, String email) {
        if (staff.getEmailNorm().equals(Normal.email(email))) {
            return;
        }
        String former = staff.getEmail();
        staff.takeEmail(email);
        links.revokeAll(staff);
        notices.emailChanged(staff, former);
        if (staff.getStatus() == AccountStatus.INVITED) {
            sendInvitation(staff);
        }
        journal.byCaller("email.changed", staff, null);
    }

    public void disable(String id) {
        StaffUser staff = reachable(id);
        if (isSelf(staff)) {
            throw InvalidInput.field("", "identity.error.notYourself");
        }
        if (staff.isAdministrator()) {
            requireAnotherAdministrator(staff, "");
        }
        staff.disable();
        links.revokeAll(staff);
        sessions.endAll(staff.getId(), null, EndReason.DISABLED);
        journal.byCaller("user.disabled", staff, null);
        accessChanged.fire(new AccessChanged(staff.getId()));
    }

    public void enable(String id) {
        StaffUser staff = reachable(id);
        staff.enable();
        journal.byCaller("user.enabled", staff, null);
        accessChanged.fire(new AccessChanged(staff.getId()));
    }

    public int endSessions(String id) {
        StaffUser staff = reachable(id);
        int ended = sessions.endAll(staff.getId(), null, EndReason.ENDED_BY_ADMIN);
        journal.byCaller("session.endedByAdmin", staff, Integer.toString(ended));
        return ended;
    }

    public void resetSecondFactor(String id) {
        StaffUser staff = reachable(id);
        if (isSelf(staff)) {
            throw InvalidInput.field("", "identity.error.notYourself");
        }
        secondFactor.disable(staff);
        sessions.endAll(staff.getId(), null, EndReason.ENDED_BY_ADMIN);
        notices.secondFactorChanged(staff, false);
        journal.byCaller("mfa.reset", staff, null);
    }

    private void requireFree(String email, StaffUser except) {
        EmailAddress.require("email", email);
        directory
                .find(Realm.STAFF, email)
                .filter(found -> except == null || !found.getId().equals(except.getId()))
                .ifPresent(found -> {
                    throw InvalidInput.field("email", "taken");
                });
    }

    private void requireAnotherAdministrator(StaffUser staff, String field) {
        long others = em.createQuery(
                        "select count(distinct s) from StaffUser s join s.roles r"
                                + " where r.code = :administrator and s.status = :active and s.id <> :id",
                        Long.class)
                .setParameter("administrator", Role.ADMINISTRATOR)
                .setParameter("active", AccountStatus.ACTIVE)
                .setParameter("id", staff.getId())
                .getSingleResult();
        if (others == 0) {
            throw InvalidInput.field(field, "identity.error.lastAdministrator");
        }
    }

    private static String name(StaffForm form) {
        String name = Normal.line(form.getName());
        if (name == null || name.length() > 200) {
            throw InvalidInput.field("name", name == null ? "required" : "tooLong", 200);
        }
        return name;
    }

    private Team team(StaffForm form) {
        if (form.getTeamId() == null) {
            return null;
        }
        return em.createQuery("select t from Team t where t.publicId = :id", Team.class)
                .setParameter("id", form.getTeamId())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> InvalidInput.field("teamId", "choice"));
    }

    private List<Role> roles(StaffForm form) {
        if (form.getRoleIds().isEmpty()) {
            throw InvalidInput.field("roleIds", "required");
        }
        List<Role> roles = em.createQuery("select r from Role r where r.publicId in :ids", Role.class)
                .setParameter("ids", form.getRoleIds())
                .getResultList();
        if (roles.size() != form.getRoleIds().size()) {
            throw InvalidInput.field("roleIds", "choice");
        }
        grants.requireNotMore("roleIds", merged(roles));
        return roles;
    }

    /** Somebody mightier than the caller is out of reach. */
    private StaffUser reachable(String id) {
        StaffUser staff = staff(id);
        grants.requireNotMore("", staff.permissions());
        return staff;
    }

    private static Map<Permission, Scope> merged(Collection<Role> roles) {
        return MergedPermissions.of(roles.stream().map(Role::getPermissions).toList());
    }

    private static String roleNames(StaffUser staff) {
        return staff.getRoles().stream().map(Role::getName).sorted().collect(Collectors.joining(", "));
    }

    private boolean isSelf(StaffUser staff) {
        return staff.getId().equals(callers.get().accountId());
    }

    private StaffUser staff(String id) {
        return directory.get(StaffUser.class, id);
    }
}
