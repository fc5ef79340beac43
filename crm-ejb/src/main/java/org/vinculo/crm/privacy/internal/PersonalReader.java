package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.privacy.PersonalSection;
import org.vinculo.crm.shared.PersonalTable;

/** Reads what is known about a customer, as the rooms declare it. */
@ApplicationScoped
public class PersonalReader {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    PersonalMap map;

    /** Every kind of data of which there is something, with the first rows. */
    public List<PersonalSection> sections(long customerId, int rowsAtMost) {
        return map.tables().stream()
                .filter(entry -> entry.table().exported())
                .map(entry -> section(entry, customerId, rowsAtMost))
                .filter(section -> section.total() > 0)
                .toList();
    }

    private PersonalSection section(PersonalMap.Entry entry, long customerId, int rowsAtMost) {
        PersonalTable table = entry.table();
        long total = count(table, customerId);
        List<String> columns = table.columns();
        return new PersonalSection(
                table.code(),
                entry.room(),
                table.purpose(),
                columns,
                total == 0 ? List.of() : rows(table, customerId, 0, rowsAtMost),
                total,
                columns.indexOf(table.at()),
                columns.indexOf(table.by()),
                columns.indexOf(table.origin()));
    }

    public long count(PersonalTable table, long customerId) {
        return ((Number) em.createNativeQuery(table.count().sql())
                        .setParameter(1, customerId)
                        .getSingleResult())
                .longValue();
    }

    /** Some rows, from the given place on. */
    public List<List<Serializable>> rows(PersonalTable table, long customerId, int first, int atMost) {
        List<?> rows = em.createNativeQuery(table.select().sql())
                .setParameter(1, customerId)
                .setFirstResult(first)
                .setMaxResults(atMost)
                .getResultList();
        return rows.stream().map(row -> values(row, table.columns().size())).toList();
    }

    /** A page of a native query may carry its row number behind the columns. */
    private static List<Serializable> values(Object row, int columns) {
        Object[] cells = row instanceof Object[] several ? several : new Object[] {row};
        List<Serializable> values = new ArrayList<>(columns);
        Arrays.stream(cells).limit(columns).map(PersonalReader::value).forEach(values::add);
        return values;
    }

    private static Serializable value(Object cell) {
        if (cell instanceof Timestamp time) {
            return time.toLocalDateTime().toInstant(ZoneOffset.UTC);
        }
        if (cell instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
        if (cell instanceof java.sql.Date day) {
            return day.toLocalDate();
        }
        if (cell instanceof Clob clob) {
            return text(clob);
        }
        return (Serializable) cell;
    }

    private static String text(Clob clob) {
        try {
            return clob.getSubString(1, (int) Math.min(Integer.MAX_VALUE, clob.length()));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
