package org.vinculo.crm.party.internal.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeField;
import org.vinculo.crm.party.MergePlan;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerViews;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Texts;

/** Shows what a merge would mean. */
@ApplicationScoped
public class MergePlans {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CustomerAccess access;

    @Inject
    StaffDirectory staff;

    @Inject
    MergeCustom custom;

    @Inject
    @Any
    Instance<CustomerMerger> mergers;

    public MergePlan of(String survivorId, String otherId) {
        Customer survivor = access.load(survivorId, Permission.CUSTOMER_MERGE);
        Customer other = access.load(otherId, Permission.CUSTOMER_MERGE);
        different(survivor, other);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<Long, StaffRef> owners = staff.byIds(Stream.of(survivor.getOwnerId(), other.getOwnerId())
                .filter(Objects::nonNull)
                .toList());
        return new MergePlan(
                CustomerViews.details(survivor, owner(owners, survivor), today),
                CustomerViews.details(other, owner(owners, other), today),
                fields(survivor, other, owners),
                moves(other.getId()));
    }

    private List<MergeField> fields(Customer survivor, Customer other, Map<Long, StaffRef> owners) {
        Map<Long, String> teams = staff.teams().stream().collect(Collectors.toMap(TeamRef::id, TeamRef::name));
        List<MergeField> own = MergeFields.of(
                survivor, other, id -> owners.containsKey(id) ? owners.get(id).name() : null, teams::get);
        return Stream.concat(own.stream(), custom.fields(survivor, other).stream())
                .sorted((one, two) -> Boolean.compare(two.differs(), one.differs()))
                .toList();
    }

    private static StaffRef owner(Map<Long, StaffRef> owners, Customer customer) {
        return customer.getOwnerId() == null ? null : owners.get(customer.getOwnerId());
    }

    static void different(Customer survivor, Customer other) {
        if (survivor.getId().equals(other.getId())) {
            throw InvalidInput.field("other", "merge.error.same");
        }
    }

    /** Counts the tables that have a word for people. */
    private List<MergePlan.Moves> moves(long other) {
        RowStore store = new RowStore(em);
        return mergers.stream()
                .flatMap(merger -> merger.tables().stream())
                .filter(table -> Texts.has(Texts.LOCALES.get(0), "merge.table." + table))
                .sorted()
                .map(table -> new MergePlan.Moves(table, store.ids(table, other).size()))
                .filter(moves -> moves.rows() > 0)
                .toList();
    }
}
