package org.vinculo.crm.cadence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.cadence.ProposalState;
import org.vinculo.crm.cadence.ProposalView;
import org.vinculo.crm.cadence.entity.CadencePolicy;
import org.vinculo.crm.cadence.entity.ContactProposal;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.ReadOnce;

/** Keeps the rules and the proposals. */
@ApplicationScoped
public class CadenceBook {

    private static final String FROM = " from contact_proposal p inner join customer c on c.id = p.customer_id"
            + " where c.deleted_at is null and p.state = 'PROPOSED'";
    private static final String OWN = " and c.owner_id = ?1";
    private static final String REACHED = " and (c.owner_id = ?1 or c.team_id = ?2)";
    private static final String PAGED = " order by p.silent_days - p.limit_days desc, p.id";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    Customers customers;

    @Inject
    StaffDirectory staff;

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    public CadencePolicy policy() {
        return em.createQuery("select p from CadencePolicy p order by p.number desc", CadencePolicy.class)
                .setMaxResults(1)
                .getSingleResult();
    }

    public Optional<ContactProposal> find(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            return Optional.empty();
        }
        return em.createQuery("select p from ContactProposal p where p.publicId = :id", ContactProposal.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    public Map<Long, ContactProposal> of(Collection<Long> customerIds) {
        return customerIds.isEmpty()
                ? Map.of()
                : em.createQuery("select p from ContactProposal p where p.customerId in :ids", ContactProposal.class)
                        .setParameter("ids", customerIds)
                        .getResultStream()
                        .collect(Collectors.toMap(ContactProposal::getCustomerId, Function.identity()));
    }

    /** Those who have been silent longest beyond the limit first, as far as the permission reaches. */
    public Page<ProposalView> page(boolean mine, PageRequest page) {
        CustomerScope scope = customers.scope(Permission.ACTIVITY_VIEW);
        boolean own = mine || scope.reach() == Scope.OWN;
        boolean all = !own && scope.reach() == Scope.ALL;
        Query ids = all
                ? em.createNativeQuery("select p.id, p.state" + FROM + PAGED)
                : own
                        ? em.createNativeQuery("select p.id, p.state" + FROM + OWN + PAGED)
                        : em.createNativeQuery("select p.id, p.state" + FROM + REACHED + PAGED);
        Query count = all
                ? em.createNativeQuery("select count(*)" + FROM)
                : own
                        ? em.createNativeQuery("select count(*)" + FROM + OWN)
                        : em.createNativeQuery("select count(*)" + FROM + REACHED);
        Long account = scope.accountId() == null ? Long.valueOf(-1) : scope.accountId();
        Long team = scope.teamId() == null ? Long.valueOf(-1) : scope.teamId();
        for (Query each : List.of(ids, count)) {
            if (!all) {
                each.setParameter(1, account);
            }
            if (!all && !own) {
                each.setParameter(2, team);
            }
        }
        ids.setFirstResult(page.first()).setMaxResults(page.size());
        List<Long> found = new ArrayList<>();
        for (Object row : ids.getResultList()) {
            found.add(((Number) ((Object[]) row)[0]).longValue());
        }
        long total = ((Number) count.getSingleResult()).longValue();
        return new Page<>(views(load(found)), total, false);
    }

    private List<ContactProposal> load(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, ContactProposal> found = em.createQuery(
                        "select p from ContactProposal p where p.id in :ids", ContactProposal.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(ContactProposal::getId, Function.identity()));
        return ids.stream().map(found::get).toList();
    }

    /** The open proposal of a customer. */
    public Optional<ProposalView> open(long customer) {
        return Optional.ofNullable(ReadOnce.of(List.of(CadenceBook.class, customer), () -> of(List.of(customer)))
                        .get(customer))
                .filter(proposal -> proposal.getState() == ProposalState.PROPOSED)
                .map(proposal -> views(List.of(proposal)).get(0));
    }

    public List<ProposalView> views(Collection<ContactProposal> proposals) {
        Map<Long, CustomerRef> names = customers.find(
                proposals.stream().map(ContactProposal::getCustomerId).collect(Collectors.toSet()));
        Map<Long, StaffRef> owners = staff.byIds(names.values().stream()
                .map(CustomerRef::ownerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return proposals.stream()
                .map(proposal -> view(proposal, names.get(proposal.getCustomerId()), owners))
                .toList();
    }

    private static ProposalView view(ContactProposal proposal, CustomerRef customer, Map<Long, StaffRef> owners) {
        StaffRef owner = customer.ownerId() == null ? null : owners.get(customer.ownerId());
        return new ProposalView(
                proposal.getPublicId(),
                customer.publicId(),
                customer.name(),
                owner == null ? null : owner.name(),
                proposal.getTier(),
                proposal.getPhase(),
                proposal.getLastOn(),
                proposal.getSilentDays(),
                proposal.getLimitDays(),
                proposal.getChannel(),
                proposal.getState(),
                proposal.getSnoozedUntil(),
                proposal.getProposedAt());
    }
}
