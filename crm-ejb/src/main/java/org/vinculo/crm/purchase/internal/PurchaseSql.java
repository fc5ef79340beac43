package org.vinculo.crm.purchase.internal;

/** The statements of the bulk import. Questions about many keys always have as many parameters. */
enum PurchaseSql {
    LINES_BY_KEY(Parts.LINE + "row_key in " + Parts.KEYS),
    LINES_BY_ID(Parts.LINE + "id in " + Parts.KEYS),
    PURCHASES_BY_KEY("select id, purchase_key, customer_id from purchase where purchase_key in " + Parts.KEYS),
    PURCHASES_BY_ID(
            "select id, customer_id, currency, kind, net_total, purchased_on from purchase where id in " + Parts.KEYS),
    CUSTOMERS_WITH_PURCHASES("select distinct customer_id from purchase where customer_id in " + Parts.KEYS),
    INSERT_PURCHASE("insert into purchase (id, version, public_id, customer_id, purchase_key, document_number,"
            + " purchased_at, purchased_on, kind, cancelled, channel, currency, net_total, cost_total,"
            + " discount_total, line_count, origin, recorded_at, recorded_by)"
            + " values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    INSERT_LINE("insert into purchase_line (id, version, purchase_id, customer_id, row_key, product, description,"
            + " quantity, unit_price, discount, amount, cost) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    UPDATE_LINE("update purchase_line set version = version + 1, product = ?, description = ?, quantity = ?,"
            + " unit_price = ?, discount = ?, amount = ?, cost = ? where id = ? and version = ?"),
    DELETE_LINES("delete from purchase_line where id in " + Parts.KEYS),
    ADD_SUMS("update purchase set version = version + 1, net_total = net_total + ?, line_count = line_count + ?,"
            + " kind = case when cancelled or net_total + ? < 0 then 'RETURN' else 'SALE' end where id = ?"),
    ADD_COST("update purchase set cost_total = coalesce(cost_total, 0) + ? where id = ?"),
    ADD_DISCOUNT("update purchase set discount_total = coalesce(discount_total, 0) + ? where id = ?"),
    EMPTY("select id from purchase where line_count <= 0 and id in " + Parts.KEYS),
    DELETE_PURCHASES("delete from purchase where id in " + Parts.KEYS),
    FORGET_PURCHASES("delete from search_record where kind = 'purchases' and record_id in " + Parts.KEYS),
    HOLD_SUMS("update purchase_sum set documents = documents where customer_id in " + Parts.KEYS),
    HOLD_FIRST("update customer set version = version where id in " + Parts.KEYS
            + " and not exists (select 1 from purchase_sum s where s.customer_id = customer.id)"),
    EMPTY_SUMS("update purchase_sum set documents = 0, net_total = 0, first_on = null, last_on = null"
            + " where customer_id in " + Parts.KEYS),
    SUMS("select customer_id, currency, kind, count(*), sum(net_total), min(purchased_on), max(purchased_on)"
            + " from purchase where customer_id in " + Parts.KEYS + " group by customer_id, currency, kind"),
    ADD_SUM("update purchase_sum set documents = documents + ?, net_total = net_total + ?,"
            + " first_on = case when first_on < ? then first_on else ? end,"
            + " last_on = case when last_on > ? then last_on else ? end"
            + " where customer_id = ? and currency = ? and kind = ?"),
    TAKE_SUM("update purchase_sum set documents = documents - ?, net_total = net_total - ?"
            + " where customer_id = ? and currency = ? and kind = ? and first_on < ? and last_on > ?"),
    FORGET_EMPTY_SUMS("delete from purchase_sum where documents = 0 and customer_id in " + Parts.KEYS),
    UPDATE_SUM("update purchase_sum set documents = ?, net_total = ?, first_on = ?, last_on = ?"
            + " where customer_id = ? and currency = ? and kind = ?"),
    INSERT_SUM("insert into purchase_sum (documents, net_total, first_on, last_on, customer_id, currency, kind)"
            + " values (?, ?, ?, ?, ?, ?, ?)");

    /** Keys in one question; the last one is repeated when there are fewer, so that it is compiled only once. */
    static final int ASKED = 200;

    private final String sql;

    PurchaseSql(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    private static final class Parts {
        private static final String LINE = "select id, version, purchase_id, customer_id, row_key, product,"
                + " description, quantity, unit_price, discount, amount, cost from purchase_line where ";
        private static final String KEYS = "(" + "?, ".repeat(ASKED - 1) + "?)";
    }
}
