package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.identity.AccountStatus;
import org.vinculo.crm.identity.RoleRef;
import org.vinculo.crm.identity.StaffRow;
import org.vinculo.crm.identity.entity.Role;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SortBy;

/** The administrator's list of staff. */
@ApplicationScoped
public class StaffRows {

    private static final Map<String, String> SORTABLE = Map.of(
            "name", "lower(s.displayName)",
            "email", "s.emailNorm",
            "team", "t.name",
            "status", "s.status",
            "lastSignInAt", "s.lastSignInAt");

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    public Page<StaffRow> page(String words, AccountStatus status, PageRequest page) {
        String where = where(words, status);
        TypedQuery<Long> count = em.createQuery("select count(s) from StaffUser s".concat(where), Long.class);
        TypedQuery<StaffUser> rows = em.createQuery(
                "select s from StaffUser s left join s.team t".concat(where).concat(order(page.sort())),
                StaffUser.class);
        for (TypedQuery<?> query : List.of(count, rows)) {
            if (words != null && !words.isBlank()) {
                query.setParameter("words", "%" + escaped(words.strip().toLowerCase(Locale.ROOT)) + "%");
            }
            if (status != null) {
                query.setParameter("status", status);
            }
        }
        rows.setHint("eclipselink.batch", "s.roles").setHint("eclipselink.batch", "s.team");
        List<StaffRow> items = rows.setFirstResult(page.first())
                .setMaxResults(page.size())
                .getResultStream()
                .map(StaffRows::row)
                .toList();
        return new Page<>(items, count.getSingleResult(), false);
    }

    private static String where(String words, AccountStatus status) {
        String byWords = words == null || words.isBlank()
                ? ""
                : " and (lower(s.displayName) like :words escape '!' or s.emailNorm like :words escape '!')";
        return " where s.id > 0" + byWords + (status == null ? "" : " and s.status = :status");
    }

    private static String order(SortBy sort) {
        String column = sort == null ? null : SORTABLE.get(sort.field());
        if (column == null) {
            return " order by lower(s.displayName), s.id";
        }
        return " order by " + column + (sort.ascending() ? "" : " desc") + ", s.id";
    }

    private static String escaped(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    static StaffRow row(StaffUser staff) {
        return new StaffRow(
                staff.getPublicId(),
                staff.getDisplayName(),
                staff.getEmail(),
                staff.getTeam() == null ? null : staff.getTeam().getName(),
                staff.getRoles().stream().map(StaffRows::role).toList(),
                staff.getStatus(),
                staff.hasTotp(),
                staff.getLastSignInAt());
    }

    static RoleRef role(Role role) {
        return new RoleRef(role.getPublicId(), role.getCode(), role.getName());
    }
}
