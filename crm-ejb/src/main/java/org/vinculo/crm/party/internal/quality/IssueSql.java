package org.vinculo.crm.party.internal.quality;

import org.vinculo.crm.party.QualityIssue;

/**
 * When a customer {@code c} has an issue. Conditions each by themselves, and no view over all of them: a database makes all
 * rows of a union before it looks for those of one customer.
 */
enum IssueSql {
    NO_EMAIL("not exists (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'EMAIL')"),
    NO_PHONE("not exists (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'PHONE')"),
    EMAIL_UNVERIFIED("exists (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'EMAIL')"
            + " and not exists (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'EMAIL'"
            + " and p.verified_at is not null)"),
    PHONE_UNVERIFIED("exists (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'PHONE')"
            + " and not exists (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'PHONE'"
            + " and p.verified_at is not null)"),
    NO_ADDRESS("not exists (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'POSTAL'"
            + " and p.city is not null)"),
    NO_LANGUAGE("c.preferred_language is null"),
    NO_BIRTH_DATE("c.kind = 'PERSON' and c.birth_date is null"),
    NO_TAX_ID("c.tax_id_key is null"),
    NO_SOURCE("c.acquired_from is null and c.acquired_via is null"),
    STALE("c.changed_at < (select h.stale_before from quality_horizon h)"),
    DUPLICATE("(exists (select 1 from duplicate_pair d where d.first_id = c.id and d.state = 'OPEN' and d.score >= 70)"
            + " or exists (select 1 from duplicate_pair d where d.second_id = c.id and d.state = 'OPEN'"
            + " and d.score >= 70))");

    private final String sql;

    IssueSql(String sql) {
        this.sql = sql;
    }

    static IssueSql of(QualityIssue issue) {
        return valueOf(issue.name());
    }

    String sql() {
        return sql;
    }
}
