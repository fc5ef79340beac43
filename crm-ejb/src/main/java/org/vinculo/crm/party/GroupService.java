package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.CustomerGroup;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerQuery;
import org.vinculo.crm.party.internal.GroupBook;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;

/** Tags and lists: everybody who sees customers sees them, whoever edits customers makes and fills them. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_VIEW)
public class GroupService {

    private static final int COUNTED = 10_000;
    private static final int MOST = 500;
    private static final int NAME = 80;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    GroupBook groups;

    @Inject
    CustomerAccess access;

    @Inject
    CustomerQuery query;

    @Inject
    AuditLog audit;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** All of a kind by name, with how many of their customers the caller reaches. */
    public List<GroupView> list(GroupKind kind) {
        return groups.all(kind).stream()
                .map(group -> group.view(query.count(CustomerList.ALL.with(in(group)), COUNTED)))
                .toList();
    }

    /** All of a kind by name, not counted. */
    public List<GroupView> names(GroupKind kind) {
        return groups.names(kind);
    }

    private static Condition in(CustomerGroup group) {
        return new Condition.Test(
                group.getKind() == GroupKind.TAG ? "tag" : "list", Condition.Operator.IS, List.of(group.getPublicId()));
    }

    /** @throws Duplicate on {@code name} when there is one of this name already */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public GroupView create(GroupKind kind, String name, String about) {
        String wanted = name(kind, name, null);
        if (groups.all(kind).size() >= MOST) {
            throw InvalidInput.field("name", "tooLarge", MOST);
        }
        CustomerGroup group =
                new CustomerGroup(kind, clock.instant(), caller.get().name());
        group.describe(wanted, about(about));
        em.persist(group);
        return group.view(0);
    }

    /** @throws ConcurrentChange when somebody else changed it meanwhile */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void change(String publicId, long version, String name, String about) {
        CustomerGroup group = groups.find(publicId).orElseThrow(NotFound::new);
        if (group.getVersion() != version) {
            throw new ConcurrentChange();
        }
        group.describe(name(group.getKind(), name, group), about(about));
    }

    /** Its customers stay what they are. */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void delete(String publicId) {
        groups.delete(groups.find(publicId).orElseThrow(NotFound::new));
    }

    /** The tags and lists of a customer. */
    public List<GroupView> of(String customerPublicId) {
        Customer customer = access.load(customerPublicId, Permission.CUSTOMER_VIEW);
        return groups.of(customer.getId()).stream().map(group -> group.view(-1)).toList();
    }

    /** Puts a customer into a group. */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void add(String customerPublicId, String groupPublicId) {
        Customer customer = access.load(customerPublicId, Permission.CUSTOMER_EDIT);
        CustomerGroup group = groups.find(groupPublicId).orElseThrow(() -> InvalidInput.field("group", "choice"));
        add(customer, group);
    }

    /** Puts a customer under a tag of this name, which is made when there is none yet. */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void tag(String customerPublicId, String name) {
        Customer customer = access.load(customerPublicId, Permission.CUSTOMER_EDIT);
        String line = Normal.line(name);
        if (line == null) {
            throw InvalidInput.field("tag", "required");
        }
        CustomerGroup tag = groups.named(GroupKind.TAG, line).orElseGet(() -> {
            create(GroupKind.TAG, line, null);
            return groups.named(GroupKind.TAG, line).orElseThrow();
        });
        add(customer, tag);
    }

    private void add(Customer customer, CustomerGroup group) {
        if (!groups.add(group, List.of(customer.getId()), caller.get().name()).isEmpty()) {
            keep("group.added", customer, group, null, group.getName());
        }
    }

    private void keep(String action, Customer customer, CustomerGroup group, String before, String after) {
        FieldChange change = new FieldChange(group.getKind() == GroupKind.TAG ? "tag" : "list", before, after);
        audit.record(
                new AuditEvent(action, "customerGroup", group.getPublicId(), customer.getId(), null, List.of(change)));
    }

    /** Takes a customer out of a group. */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void remove(String customerPublicId, String groupPublicId) {
        Customer customer = access.load(customerPublicId, Permission.CUSTOMER_EDIT);
        CustomerGroup group = groups.find(groupPublicId).orElseThrow(NotFound::new);
        if (!groups.remove(group, List.of(customer.getId())).isEmpty()) {
            keep("group.removed", customer, group, group.getName(), null);
        }
    }

    private String name(GroupKind kind, String name, CustomerGroup self) {
        String line = Normal.line(name);
        if (line == null) {
            throw InvalidInput.field("name", "required");
        }
        if (line.length() > NAME) {
            throw InvalidInput.field("name", "tooLong", NAME);
        }
        groups.named(kind, line).filter(other -> !other.equals(self)).ifPresent(other -> {
            throw new Duplicate("name");
        });
        return line;
    }

    private static String about(String about) {
        String line = Normal.line(about);
        if (line != null && line.length() > 400) {
            throw InvalidInput.field("about", "tooLong", 400);
        }
        return line;
    }
}
