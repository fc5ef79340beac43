package org.vinculo.crm.value.internal.refresh;

/** The statements of the refresh. A range of customers is always {@code id above ?, up to ?}. */
enum RefreshSql {
    SALES_BY_CURRENCY(
            "select p.currency, p.kind, count(*), min(p.purchased_on), max(p.purchased_on), count(p.cost_total)"
                    + " from purchase p inner join customer c on c.id = p.customer_id where c.deleted_at is null"
                    + " and p.purchased_on <= ? group by p.currency, p.kind"),
    LAST_PURCHASE("select max(purchased_on) from purchase"),
    ANY_FAMILY("select id from purchase_line where product like '%-%' fetch first 1 rows only"),
    COUNT_CUSTOMERS("select count(*) from customer where deleted_at is null"),
    CUSTOMERS("select id, created_at, kind, country, deleted_at from customer where id > ? order by id"
            + " fetch next ? rows only"),
    CUSTOMER("select id, created_at, kind, country, deleted_at from customer where id > ? and id <= ? order by id"),
    PURCHASES("select customer_id, purchased_on, kind, currency, net_total, cost_total, document_number from purchase"
            + " where customer_id > ? and customer_id <= ? and purchased_on <= ?"
            + " order by customer_id, purchased_on, id"),
    FAMILIES("select l.customer_id, p.purchased_on, l.product from purchase_line l"
            + " join purchase p on p.id = l.purchase_id where l.customer_id > ? and l.customer_id <= ?"
            + " and p.kind = 'SALE' and p.purchased_on <= ? and l.product like '%-%'"),
    FIRST_WORDS("select customer_id, min(started_at) from interaction where deleted_at is null and customer_id > ? and"
            + " customer_id <= ? and direction = 'IN' group by customer_id"),
    EVENTS("select customer_id, happened_on, kind from phase_event where customer_id > ? and customer_id <= ?"
            + " and happened_on <= ?"),
    HISTORY_IDS("select customer_id from customer_history where customer_id > ? and customer_id <= ?"),
    INSERT_HISTORY("insert into customer_history (run_id, first_on, last_on, orders, purchase_days, spent,"
            + " window_orders, window_spent, returned, cost, year_margin, repeats, last_repeat_on, mean_value,"
            + " later_purchases, check_first_on, check_last_on, check_repeats, check_purchases, left_out, peer_group,"
            + " phase, phase_since, phase_rule, customer_id)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    UPDATE_HISTORY("update customer_history set run_id = ?, first_on = ?, last_on = ?, orders = ?, purchase_days = ?,"
            + " spent = ?, window_orders = ?, window_spent = ?, returned = ?, cost = ?, year_margin = ?, repeats = ?,"
            + " last_repeat_on = ?, mean_value = ?, later_purchases = ?, check_first_on = ?, check_last_on = ?,"
            + " check_repeats = ?, check_purchases = ?, left_out = ?, peer_group = ?, phase = ?, phase_since = ?,"
            + " phase_rule = ? where customer_id = ?"),
    DELETE_HISTORY("delete from customer_history where customer_id = ?"),
    PHASES("select customer_id, changed_on, from_phase, to_phase, rule_name from phase_change"
            + " where customer_id > ? and customer_id <= ? order by customer_id, place"),
    INSERT_PHASE("insert into phase_change (customer_id, changed_on, place, from_phase, to_phase, rule_name,"
            + " left_on, stay_days) values (?, ?, ?, ?, ?, ?, ?, ?)"),
    DELETE_PHASES("delete from phase_change where customer_id = ?"),
    HISTORY_TOTALS("select count(first_on), sum(case when repeats > 0 then 1 else 0 end),"
            + " sum(case when first_on is null then 1 else 0 end), sum(spent), sum(returned), sum(left_out)"
            + " from customer_history"),
    REPEATS("select first_on, last_on, repeats, mean_value, check_first_on, check_last_on, check_repeats,"
            + " check_purchases, later_purchases, customer_id from customer_history where first_on is not null"
            + " order by customer_id"),
    RFM("select customer_id, last_on, window_orders, window_spent from customer_history where window_orders > 0"
            + " order by customer_id"),
    HISTORIES("select customer_id, first_on, last_on, orders, purchase_days, spent, window_orders, window_spent,"
            + " returned, cost, year_margin, repeats, mean_value, left_out, peer_group, phase, phase_since, phase_rule"
            + " from customer_history where customer_id > ? order by customer_id fetch next ? rows only"),
    HISTORIES_BETWEEN("select customer_id, first_on, last_on, orders, purchase_days, spent, window_orders,"
            + " window_spent, returned, cost, year_margin, repeats, mean_value, left_out, peer_group, phase,"
            + " phase_since, phase_rule from customer_history where customer_id > ? and customer_id <= ?"
            + " order by customer_id"),
    PEERS("select peer_group, best from value_run_peer where run_id = ?"),
    DELETE_PEERS("delete from value_run_peer where run_id = ?"),
    INSERT_PEER("insert into value_run_peer (run_id, peer_group, customers, best) values (?, ?, ?, ?)"),
    TIER_STATES("select customer_id, as_of, tier, tier_reason, tier_since, tier_suggested, tier_seen, tier_policy_no,"
            + " hand_tier, hand_until from customer_value where customer_id > ? and customer_id <= ?"),
    INSERT_VALUE("insert into customer_value (run_id, as_of, computed_at, currency, model, flags, first_on, last_on,"
            + " recency_days, frequency, monetary, rfm, rfm_a, rfm_b, rfm_c, rfm_cell, repeats, last_repeat, age,"
            + " mean_value, p_alive, expected_purchases, expected_spend, ltv_gross, ltv_service, ltv, net_revenue,"
            + " margin, year_margin, year_service, contribution, potential, gap, peer_group, tier, tier_reason,"
            + " tier_since, tier_suggested, tier_seen, tier_policy_no, hand_tier, hand_until, phase, phase_since,"
            + " phase_rule, cohort, idip, fitted, check_repeats, check_place, customer_id) values (?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    UPDATE_VALUE("update customer_value set run_id = ?, as_of = ?, computed_at = ?, currency = ?, model = ?, flags = ?,"
            + " first_on = ?, last_on = ?, recency_days = ?, frequency = ?, monetary = ?, rfm = ?, rfm_a = ?,"
            + " rfm_b = ?, rfm_c = ?, rfm_cell = ?, repeats = ?, last_repeat = ?, age = ?, mean_value = ?,"
            + " p_alive = ?, expected_purchases = ?, expected_spend = ?, ltv_gross = ?, ltv_service = ?, ltv = ?,"
            + " net_revenue = ?, margin = ?, year_margin = ?, year_service = ?, contribution = ?, potential = ?,"
            + " gap = ?, peer_group = ?, tier = ?, tier_reason = ?, tier_since = ?, tier_suggested = ?, tier_seen = ?,"
            + " tier_policy_no = ?, hand_tier = ?, hand_until = ?, phase = ?, phase_since = ?, phase_rule = ?,"
            + " cohort = ?, idip = ?, fitted = coalesce(?, fitted), check_repeats = coalesce(?, check_repeats),"
            + " check_place = coalesce(?, check_place) where customer_id = ?"),
    DELETE_VALUES("delete from customer_value where customer_id > ? and customer_id <= ? and not exists"
            + " (select 1 from customer_history h where h.customer_id = customer_value.customer_id)"),
    INSERT_TIER_CHANGE("insert into tier_change (id, version, customer_id, changed_at, as_of, from_tier, to_tier,"
            + " reason, policy_no, run_id, ltv, contribution, best_cut, growth_cut, gap, inputs_hash, changed_by)"
            + " values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    WITH_CONTACT("select distinct customer_id from contact_point where customer_id > ? and customer_id <= ?"
            + " and (valid_to is null or valid_to >= ?)"),
    WITH_NEED("select distinct customer_id from customer_need where customer_id > ? and customer_id <= ?"),
    WITH_ANSWER(
            "select distinct customer_id from interaction where deleted_at is null and customer_id > ? and customer_id"
                    + " <= ? and direction = 'IN' and started_at >= ?"),
    WITH_WISH("select distinct customer_id from contact_preference where customer_id > ? and customer_id <= ?"),
    DELETE_STALE("delete from value_stale where customer_id > ? and customer_id <= ? and since <= ?"),
    STALE("select distinct customer_id from value_stale where since <= ? order by customer_id fetch next ? rows only"),
    COUNT_STALE("select count(*) from (select distinct customer_id from value_stale fetch next ? rows only) counted"),
    MARK_STALE("insert into value_stale (customer_id, since) values (?, ?)");

    private final String sql;

    RefreshSql(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
