package org.vinculo.crm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BulkTest {

    private static final String DERBY = "jdbc:derby:memory:bulk;create=true";
    private static final List<String> CHILDREN_FIRST = List.of(
            "search_customer",
            "contact_point",
            "purchase_line",
            "purchase",
            "interaction",
            "last_contact",
            "purchase_sum",
            "customer");

    private static Map<String, String> first;

    @BeforeAll
    static void generateOnce() throws SQLException {
        generate(DERBY, "crm", "7");
        first = hashes(DERBY, "crm");
    }

    private static void generate(String url, String user, String seed) throws SQLException {
        Map<String, String> order =
                new HashMap<>(Map.of("url", url, "user", user, "password", user, "customers", "600"));
        order.putAll(Map.of("purchases", "3000", "interactions", "1200", "seed", seed, "until", "2026-06-30"));
        List<String> told = new ArrayList<>();
        Generate.run(order, told::add);
        assertThat(told).last().asString().contains("rows a second");
    }

    @Test
    @Order(1)
    void theSameSeedAndDayGiveTheSameRowsAgain() throws SQLException {
        try (Connection connection = DriverManager.getConnection(DERBY, "crm", "crm");
                Statement statement = connection.createStatement()) {
            for (String table : CHILDREN_FIRST) {
                statement.executeUpdate("delete from " + table);
            }
        }
        generate(DERBY, "crm", "7");

        assertThat(hashes(DERBY, "crm")).isEqualTo(first);
    }

    @Test
    @Order(2)
    void postgreSqlGetsTheSameRows() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
            generate(url, "postgres", "7");

            assertThat(hashes(url, "postgres")).isEqualTo(first);
        }
    }

    /** A hash for each table; keys count from the first one of the customers, since a sequence goes on. */
    private static Map<String, String> hashes(String url, String user) throws SQLException {
        Map<String, String> hashes = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url, user, user);
                Statement statement = connection.createStatement()) {
            long base = number(connection, "select min(id) from customer");
            for (String table : CHILDREN_FIRST) {
                List<String> lines = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        lines.add(line(rows, base));
                    }
                }
                lines.sort(null);
                hashes.put(table, lines.size() + " " + sha256(String.join("\n", lines)));
            }
        }
        return hashes;
    }

    private static String line(ResultSet rows, long base) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String column = rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
            Object value = rows.getObject(i);
            if (value instanceof Long key && (column.equals("id") || column.endsWith("_id"))) {
                value = key - base;
            } else if (value instanceof BigDecimal amount) {
                value = amount.stripTrailingZeros().toPlainString();
            }
            values.put(column, String.valueOf(value));
        }
        return values.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(3)
    void theDataAreBelievable() throws SQLException {
        generate(DERBY, "crm", "8");

        try (Connection connection = DriverManager.getConnection(DERBY, "crm", "crm")) {
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
                            "select count(*) from customer c where not exists (select 1 from search_customer t where"
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
                    .isGreaterThan(number(connection, "select max(id) from interaction") + 49);
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
