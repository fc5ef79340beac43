package org.vinculo.crm.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalFate;
import org.vinculo.crm.shared.PersonalTable;
import org.vinculo.crm.shared.RetentionRule;
import org.vinculo.crm.shared.Texts;

/** The declarations of the rooms against the database: nothing personal may be left out. */
class PersonalTablesTest extends PrivacyRoomTest {

    /** Columns in which something about a person can stand. */
    private static final Pattern PERSONAL = Pattern.compile(
            ".*(email|address|phone|user_agent|note|notes|body|subject|words|comment|text|question|answer|payload)"
                    + "|(given|family|display|actor|staff|person|contact|full)_name|ip|args|changes|detail");

    @Test
    void everyTableAboutCustomersIsAnsweredFor() throws SQLException {
        Set<String> forgotten = new TreeSet<>();
        Set<String> answered = answered();
        SchemaOf schema = new SchemaOf(em.unwrap(Connection.class));

        for (String table : schema.tables()) {
            boolean personal = schema.columns(table).values().stream()
                    .anyMatch(column -> column.name().equals("customer_id")
                            || column.isText()
                                    && PERSONAL.matcher(column.name()).matches());
            if (personal && !answered.contains(table)) {
                forgotten.add(table);
            }
        }

        assertThat(forgotten)
                .as("tables with a customer or with personal columns: name each in the PersonalDataPart of its room,"
                        + " in tables(), or in impersonal() with the reason why nothing in it is about a customer")
                .isEmpty();
    }

    @Test
    void everyTextOfAPersonalTableIsGivenOutEmptiedOrHiddenKnowingly() throws SQLException {
        SchemaOf schema = new SchemaOf(em.unwrap(Connection.class));
        Map<String, Set<String>> spokenOf = new TreeMap<>();
        map.tables().forEach(entry -> spokenOf.computeIfAbsent(entry.table().table(), name -> new TreeSet<>())
                .addAll(entry.table().spokenOf()));
        Set<String> silent = new TreeSet<>();

        spokenOf.forEach((table, columns) -> schema.columns(table).values().stream()
                .filter(column -> column.isText() && !columns.contains(column.name()))
                .forEach(column -> silent.add(table + "." + column.name())));

        assertThat(silent)
                .as("columns with text: gives(), empties()/puts() or hides() of the PersonalTable")
                .isEmpty();
    }

    @Test
    void whatIsDeclaredIsThere() throws SQLException {
        SchemaOf schema = new SchemaOf(em.unwrap(Connection.class));
        Set<String> wrong = new TreeSet<>();

        for (PersonalDataPart part : map.parts()) {
            part.impersonal().keySet().stream()
                    .filter(table -> !schema.tables().contains(table))
                    .forEach(wrong::add);
        }
        map.tables().forEach(entry -> {
            PersonalTable table = entry.table();
            table.spokenOf().stream()
                    .filter(column -> !schema.columns(table.table()).containsKey(column))
                    .forEach(column -> wrong.add(table.table() + "." + column));
            if (table.exported()) {
                reader.rows(table, 1L, 0, 1);
            }
            reader.count(table, 1L);
        });
        for (RetentionRule rule :
                map.rules().stream().filter(each -> !each.isByRoom()).toList()) {
            em.createNativeQuery(rule.count().sql())
                    .setParameter(1, java.sql.Timestamp.valueOf("2001-01-01 00:00:00"))
                    .getSingleResult();
        }

        assertThat(wrong).as("tables and columns that there are not").isEmpty();
    }

    @Test
    void whatStaysHasAReason() {
        assertThat(map.tables())
                .filteredOn(entry -> entry.table().fate() != PersonalFate.DELETED)
                .allSatisfy(entry -> assertThat(entry.table().ground())
                        .as(entry.table().code())
                        .isNotNull());
        assertThat(map.tables())
                .filteredOn(entry -> entry.table().fate() == PersonalFate.ANONYMISED)
                .allSatisfy(entry -> assertThat(entry.table().emptied())
                        .as(entry.table().code())
                        .isNotEmpty());
    }

    @Test
    void everythingHasAName() {
        Set<String> nameless = new TreeSet<>();

        map.tables().forEach(entry -> {
            needs(nameless, "privacy.data." + entry.table().code());
            if (entry.table().exported()) {
                entry.table().given().forEach(column -> needs(nameless, "privacy.field." + column));
            }
        });
        map.rules().forEach(rule -> needs(nameless, "privacy.rule." + rule.code()));

        assertThat(nameless).as("texts of the bundle privacy").isEmpty();
    }

    private static void needs(Set<String> nameless, String key) {
        if (!Texts.has(java.util.Locale.ENGLISH, key)) {
            nameless.add(key);
        }
    }

    private Set<String> answered() {
        Set<String> answered = new TreeSet<>();
        map.tables().forEach(entry -> answered.add(entry.table().table()));
        map.parts().forEach(part -> answered.addAll(part.impersonal().keySet()));
        return answered;
    }
}
