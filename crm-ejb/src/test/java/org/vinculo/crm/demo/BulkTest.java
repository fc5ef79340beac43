package org.vinculo.crm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BulkTest {

    @Test
    void theSameOrderGivesTheSameBelievableData() throws SQLException {
        List<String> told = new ArrayList<>();
        String url = "jdbc:derby:memory:bulk;create=true";
        Map<String, String> order = new HashMap<>(
                Map.of("url", url, "user", "crm", "password", "crm", "customers", "600", "purchases", "3000"));
        order.putAll(Map.of("interactions", "1200", "seed", "7", "until", "2026-06-30"));

        Generate.run(order, told::add);
        order.put("seed", "8");
        Generate.run(order, told::add);

        try (Connection connection = DriverManager.getConnection(url, "crm", "crm")) {
            assertThat(number(connection, "select count(*) from customer")).isEqualTo(1200);
            assertThat(number(connection, "select count(*) from purchase where kind = 'SALE'"))
                    .isEqualTo(6000);
            assertThat(number(connection, "select count(*) from interaction")).isEqualTo(2400);
            assertThat(number(connection, "select count(*) from purchase where kind = 'RETURN'"))
                    .isBetween(150L, 350L);
            assertThat(number(
                            connection,
                            "select count(*) from purchase p where p.net_total <> (select sum(l.amount) from purchase_line l"
                                    + " where l.purchase_id = p.id) or p.line_count <> (select count(*) from purchase_line l"
                                    + " where l.purchase_id = p.id)"))
                    .as("purchases that are not the sum of their lines")
                    .isZero();
            assertThat(number(
                            connection,
                            "select count(*) from customer c where not exists (select 1 from customer_token t where"
                                    + " t.customer_id = c.id)"))
                    .as("customers that no search finds")
                    .isZero();
            long once = number(
                    connection,
                    "select count(*) from (select customer_id from purchase where kind = 'SALE' group by customer_id having"
                            + " count(*) <= 2) few");
            long often = number(
                    connection,
                    "select count(*) from (select customer_id from purchase where kind = 'SALE' group by customer_id having"
                            + " count(*) > 12) many");
            assertThat(once).as("many buy once or twice").isGreaterThan(300);
            assertThat(often).as("few buy all the time").isBetween(20L, 300L);
            assertThat(number(connection, "select count(distinct preferred_language) from customer"))
                    .isEqualTo(3);
            assertThat(number(connection, "values next value for id_seq"))
                    .as("nobody gets an id twice")
                    .isGreaterThan(number(connection, "select max(id) from interaction") + 50);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
