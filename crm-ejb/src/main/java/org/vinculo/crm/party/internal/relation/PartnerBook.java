package org.vinculo.crm.party.internal.relation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.PartnerForm;
import org.vinculo.crm.party.PartnerRow;
import org.vinculo.crm.party.RelationType;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.PartnerAccount;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SqlText;

/** Partners: where and what they sell, and whom they serve. */
@ApplicationScoped
public class PartnerBook {

    private static final int TERRITORY_LENGTH = 200;
    private static final int SCOPE_LENGTH = 400;
    private static final List<RelationType> SERVING =
            List.of(RelationType.RESELLER, RelationType.DISTRIBUTOR, RelationType.PARTNER);

    private static final String FROM =
            " from PartnerAccount p, Customer c where c.id = p.customerId and c.deletedAt is null";
    private static final String OWN = " and c.ownerId = :scopeOwner";
    private static final String TEAM = " and (c.ownerId = :scopeOwner or c.teamId = :scopeTeam)";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CustomerAccess access;

    public Optional<PartnerForm> find(long customer) {
        return account(customer).map(PartnerBook::form);
    }

    private Optional<PartnerAccount> account(long customer) {
        return em.createQuery("select p from PartnerAccount p where p.customerId = :customer", PartnerAccount.class)
                .setParameter("customer", customer)
                .getResultStream()
                .findFirst();
    }

    private static PartnerForm form(PartnerAccount account) {
        PartnerForm form = new PartnerForm();
        form.setKind(account.getKind());
        form.setTerritory(account.getTerritory());
        form.setProductScope(account.getProductScope());
        form.setSince(account.getSince());
        form.setUntil(account.getUntil());
        return form;
    }

    public void save(long customer, PartnerForm form) {
        if (form.getKind() == null) {
            throw InvalidInput.field("partnerKind", "required");
        }
        if (form.getSince() != null
                && form.getUntil() != null
                && form.getUntil().isBefore(form.getSince())) {
            throw InvalidInput.field("until", "dateOrder");
        }
        PartnerAccount account = account(customer).orElseGet(() -> new PartnerAccount(customer));
        account.agree(
                form.getKind(),
                line("territory", form.getTerritory(), TERRITORY_LENGTH),
                line("productScope", form.getProductScope(), SCOPE_LENGTH));
        account.run(form.getSince(), form.getUntil());
        if (account.getId() == null) {
            em.persist(account);
        }
    }

    private static String line(String field, String text, int most) {
        String line = Normal.line(text);
        if (line != null && line.length() > most) {
            throw InvalidInput.field(field, "tooLong", most);
        }
        return line;
    }

    public void remove(long customer) {
        account(customer).ifPresent(em::remove);
    }

    public Page<PartnerRow> page(PageRequest page) {
        CustomerScope scope = access.scope(Permission.CUSTOMER_VIEW);
        String reach = scope.reach() == Scope.OWN ? OWN : scope.reach() == Scope.TEAM ? TEAM : "";
        TypedQuery<Object[]> query =
                em.createQuery("select p, c" + FROM + reach + " order by c.sortName, c.id", Object[].class);
        TypedQuery<Long> count = em.createQuery("select count(p)" + FROM + reach, Long.class);
        scope.parameters().forEach((name, value) -> {
            query.setParameter(name, value);
            count.setParameter(name, value);
        });
        List<Object[]> rows =
                query.setFirstResult(page.first()).setMaxResults(page.size()).getResultList();
        Map<Long, Long> served =
                served(rows.stream().map(row -> ((Customer) row[1]).getId()).toList(), reach, scope);
        return new Page<>(
                rows.stream()
                        .map(row -> row((PartnerAccount) row[0], (Customer) row[1], served))
                        .toList(),
                count.getSingleResult(),
                false);
    }

    /** How many customers in reach each partner serves today, whatever number of agreements there are with one. */
    private Map<Long, Long> served(List<Long> partners, String reach, CustomerScope scope) {
        if (partners.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> served = new HashMap<>();
        TypedQuery<Object[]> query = em.createQuery(
                        "select r.fromId, count(distinct c.id) from CustomerRelation r, Customer c where c.id = r.toId"
                                + " and c.deletedAt is null and r.fromId in :partners and r.type in :serving"
                                + " and (r.to is null or r.to >= :today)" + reach + " group by r.fromId",
                        Object[].class)
                .setParameter("partners", partners)
                .setParameter("serving", SERVING)
                .setParameter("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        scope.parameters().forEach(query::setParameter);
        query.getResultList().forEach(row -> served.put((Long) row[0], (Long) row[1]));
        return served;
    }

    /** Whether a partner serves the customer {@code c} on a day. */
    static SqlText served(long partner, LocalDate day) {
        SqlText sql = SqlText.empty()
                .sqlPart("(exists (select 1 from customer_relation r where r.to_id = c.id and r.from_id = ")
                .value(partner)
                .sqlPart(" and (r.valid_to is null or r.valid_to >= ")
                .value(day)
                .sqlPart(") and r.relation_type in (");
        return sql.values(SERVING.stream().map(Enum::name).toList()).sqlPart(")))");
    }

    private static PartnerRow row(PartnerAccount account, Customer customer, Map<Long, Long> served) {
        return new PartnerRow(
                customer.getPublicId(),
                customer.getDisplayName(),
                account.getKind(),
                account.getTerritory(),
                account.getProductScope(),
                account.getSince(),
                account.getUntil(),
                served.getOrDefault(customer.getId(), 0L));
    }
}
