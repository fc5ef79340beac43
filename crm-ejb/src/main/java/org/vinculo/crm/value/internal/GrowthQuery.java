package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.CustomerGap;
import org.vinculo.crm.value.PeerGroup;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.Tier;

/** Reads potentials and the groups that they come from. */
@ApplicationScoped
public class GrowthQuery {

    private static final int COUNTED = 10_000;
    private static final int MOST_GROUPS = 200;
    private static final String NEXT = " --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Customers customers;

    @Inject
    Runs runs;

    public List<PeerGroup> peers() {
        return runs.scale().map(Runs.Scale::run).map(this::peers).orElse(List.of());
    }

    private List<PeerGroup> peers(long run) {
        List<?> rows = em.createNativeQuery("select p.peer_group, p.customers, p.best from value_run_peer p"
                        + " where p.run_id = ?1 order by p.customers desc, p.peer_group")
                .setParameter(1, run)
                .setMaxResults(MOST_GROUPS)
                .getResultList();
        return rows.stream().map(row -> peer((Object[]) row)).toList();
    }

    /** A group is named by the kind of customer and the country, which may be missing. */
    private static PeerGroup peer(Object[] row) {
        String[] name = ((String) row[0]).split(" ", 2);
        String country = name.length < 2 || name[1].isBlank() ? null : name[1];
        return new PeerGroup(name[0], country, ((Number) row[1]).longValue(), ((Number) row[2]).doubleValue());
    }

    public Page<CustomerGap> gaps(PageRequest page) {
        SqlText sql = SqlText.empty()
                .sqlPart(
                        "select c.public_id, c.display_name, c.kind, c.country, v.tier, v.phase, v.ltv, v.potential, v.gap"
                                + " from --DERBY-PROPERTIES joinOrder=FIXED\n (select v.customer_id")
                .add(wanted())
                .sqlPart(" order by v.gap desc, v.customer_id offset ")
                .value(page.first())
                .sqlPart(" rows fetch next ")
                .value(page.size())
                .sqlPart(" rows only) shown inner join customer_value v" + NEXT
                        + " on v.customer_id = shown.customer_id inner join customer c" + NEXT
                        + " on c.id = v.customer_id order by v.gap desc, v.customer_id");
        List<?> rows = sql.fill(em.createNativeQuery(sql.sql())).getResultList();
        SqlText count = SqlText.empty()
                .sqlPart("select count(*) from (select v.customer_id")
                .add(wanted())
                .sqlPart(" fetch first " + (COUNTED + 1) + " rows only) counted");
        long counted = ((Number) count.fill(em.createNativeQuery(count.sql())).getSingleResult()).longValue();
        return new Page<>(
                rows.stream().map(row -> gap((Object[]) row)).toList(), Math.min(counted, COUNTED), counted > COUNTED);
    }

    private SqlText wanted() {
        return SqlText.empty()
                .sqlPart(" from --DERBY-PROPERTIES joinOrder=FIXED\n customer_value v"
                        + " --DERBY-PROPERTIES index=customer_value_gap\n inner join customer c"
                        + " --DERBY-PROPERTIES index=customer_there, joinStrategy=NESTEDLOOP\n"
                        + " on c.id = v.customer_id where c.deleted_at is null and v.gap > 0")
                .add(customers.scope(Permission.VALUE_VIEW).andReached());
    }

    private static CustomerGap gap(Object[] row) {
        return new CustomerGap(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                row[4] == null ? null : Tier.valueOf((String) row[4]),
                Phase.valueOf((String) row[5]),
                ((Number) row[6]).doubleValue(),
                ((Number) row[7]).doubleValue(),
                ((Number) row[8]).doubleValue());
    }
}
