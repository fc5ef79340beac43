package org.vinculo.crm.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vinculo.crm.identity.entity.Role;
import org.vinculo.crm.identity.internal.Grants;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;

/** Roles: which permissions they give and how far these reach. */
@Stateless
@Boundary
@RolesAllowed(Permission.Code.USER_ADMIN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RoleService {

    private static final int MOST = 200;
    private static final int LONGEST_NAME = 100;
    private static final String ROLE = "role";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Grants grants;

    @Inject
    Journal journal;

    @Inject
    Event<AccessChanged> accessChanged;

    public List<RoleView> list() {
        return em.createQuery("select r from Role r order by r.id", Role.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(this::view)
                .toList();
    }

    /** @throws NotFound when there is no such role */
    public RoleView get(String id) {
        return view(role(id));
    }

    /**
     * A new role that allows what another one does, to be narrowed or widened.
     *
     * @return its public id
     */
    public String create(String name, String likeId) {
        Map<Permission, Scope> permissions =
                likeId == null ? Map.of() : role(likeId).getPermissions();
        grants.requireNotMore("likeId", permissions);
        Role role = new Role(null, valid(name, null), permissions);
        em.persist(role);
        journal.byCaller("role.created", ROLE, role.getPublicId(), null, text(permissions));
        return role.getPublicId();
    }

    /**
     * Saves name and permissions; takes effect on the next click of everybody who has the role.
     *
     * @throws NotAllowed for the administrator's role
     * @throws ConcurrentChange when somebody else changed it meanwhile
     */
    public void save(String id, long version, String name, Map<Permission, Scope> permissions) {
        Role role = role(id);
        if (role.isAdministrator()) {
            throw new NotAllowed();
        }
        if (role.getVersion() != version) {
            throw new ConcurrentChange();
        }
        grants.requireNotMore("", role.getPermissions());
        grants.requireNotMore("", permissions);
        String before = text(role.getPermissions());
        if (!role.isBuiltIn()) {
            role.rename(valid(name, role));
        }
        role.grant(permissions);
        em.lock(role, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        journal.byCaller("role.changed", ROLE, id, null, difference(before, text(role.getPermissions())));
        accessChanged.fire(new AccessChanged(null));
    }

    /** @throws InvalidInput while somebody has it; NotAllowed for built-in roles */
    public void remove(String id) {
        Role role = role(id);
        if (role.isBuiltIn()) {
            throw new NotAllowed();
        }
        if (members(role) > 0) {
            throw InvalidInput.field("", "identity.error.roleInUse");
        }
        em.remove(role);
        journal.byCaller("role.removed", ROLE, id, null, role.getName());
    }

    /** Permissions about rows of customers, which can reach own, team or all; the others are all or nothing. */
    public static Set<Permission> scoped() {
        return EnumSet.of(
                Permission.CUSTOMER_VIEW,
                Permission.CUSTOMER_CREATE,
                Permission.CUSTOMER_EDIT,
                Permission.CUSTOMER_DELETE,
                Permission.PURCHASE_VIEW,
                Permission.PURCHASE_EDIT,
                Permission.INTERACTION_VIEW,
                Permission.INTERACTION_LOG,
                Permission.ACTIVITY_VIEW,
                Permission.ACTIVITY_EDIT,
                Permission.INTERACTION_EDIT,
                Permission.CONSENT_VIEW,
                Permission.CONSENT_EDIT,
                Permission.VALUE_VIEW,
                Permission.PORTAL_INVITE);
    }

    private RoleView view(Role role) {
        return new RoleView(
                new RoleRef(role.getPublicId(), role.getCode(), role.getName()),
                role.getVersion(),
                role.getPermissions(),
                role.isBuiltIn(),
                role.isAdministrator(),
                members(role));
    }

    private long members(Role role) {
        return em.createQuery("select count(s) from StaffUser s join s.roles r where r = :role", Long.class)
                .setParameter("role", role)
                .getSingleResult();
    }

    private String valid(String name, Role except) {
        String line = Normal.line(name);
        if (line == null || line.length() > LONGEST_NAME) {
            throw InvalidInput.field("name", line == null ? "required" : "tooLong", LONGEST_NAME);
        }
        em.createQuery("select r from Role r where r.nameNorm = :name", Role.class)
                .setParameter("name", Normal.fold(line))
                .getResultStream()
                .filter(found -> !found.equals(except))
                .findFirst()
                .ifPresent(found -> {
                    throw InvalidInput.field("name", "taken");
                });
        return line;
    }

    private static String text(Map<Permission, Scope> permissions) {
        return new TreeMap<>(permissions).toString();
    }

    private static String difference(String before, String after) {
        return before.equals(after) ? null : after;
    }

    private Role role(String id) {
        return em.createQuery("select r from Role r where r.publicId = :id", Role.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
