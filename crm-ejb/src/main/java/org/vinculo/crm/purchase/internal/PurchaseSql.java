package org.vinculo.crm.purchase.internal;

/** The statements of the bulk import. Questions about many keys always have as many parameters. */
enum PurchaseSql {
    LINES_BY_KEY(Parts.LINE + "row_key in " + Parts.KEYS),
    LINES_BY_ID(Parts.LINE + "id in " + Parts.KEYS),
    PURCHASES_BY_KEY("select id, purchase_key, customer_id from purchase where purchase_key in " + Parts.KEYS),
    CUSTOMERS_WITH_PURCHASES("select distinct customer_id from purchase where customer_id in " + Parts.KEYS),
    INSERT_PURCHASE("insert into purchase (id, version, public_id, customer_id, purchase_key, document_number,"
            + " purchased_at, purchased_on, kind, cancelled, channel, currency, net_total, cost_total, line_count,"
            + " origin, recorded_at, recorded_by) values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    INSERT_LINE("insert into purchase_line (id, version, purchase_id, customer_id, row_key, product, description,"
            + " quantity, unit_price, discount, amount, cost) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    UPDATE_LINE("update purchase_line set version = version + 1, product = ?, description = ?, quantity = ?,"
            + " unit_price = ?, discount = ?, amount = ?, cost = ? where id = ? and version = ?"),
    DELETE_LINES("delete from purchase_line where id in " + Parts.KEYS),
    ADD_SUMS("update purchase set version = version + 1, net_total = net_total + ?, line_count = line_count + ?,"
            + " kind = case when cancelled or net_total + ? < 0 then 'RETURN' else 'SALE' end where id = ?"),
    ADD_COST("update purchase set cost_total = coalesce(cost_total, 0) + ? where id = ?"),
    EMPTY("select id from purchase where line_count <= 0 and id in " + Parts.KEYS),
    DELETE_PURCHASES("delete from purchase where id in " + Parts.KEYS),
    FORGET_PURCHASES("delete from search_record where kind = 'purchases' and record_id in " + Parts.KEYS);

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
