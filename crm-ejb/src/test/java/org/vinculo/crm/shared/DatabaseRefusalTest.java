package org.vinculo.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is worth another try, and what nobody could do better later. */
class DatabaseRefusalTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "53300", "58030", "40XL1", "XSDG1"})
    void whatTheDatabaseIsInPasses(String state) {
        assertThat(DatabaseRefusal.passes(new PersistenceException(new SQLException("away", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42X01", "23505", "22001", "0A000"})
    void whatItWasAskedDoesNot(String state) {
        assertThat(DatabaseRefusal.passes(new PersistenceException(new SQLException("wrong", state))))
                .isFalse();
    }

    @Test
    void aPoolWithoutConnectionsPassesThoughItsOwnWordsHaveNoState() {
        SQLException pool = new SQLException(
                "Error in allocating a connection",
                new ResourceAllocationException("Connection could not be allocated"));
        SQLException server = new SQLException("Error in allocating a connection", new SQLException("away", "08001"));

        assertThat(DatabaseRefusal.passes(new EJBException(new PersistenceException(pool))))
                .isTrue();
        assertThat(DatabaseRefusal.passes(new PersistenceException(server))).isTrue();
        assertThat(DatabaseRefusal.passes(new ResourceException("in use"))).isTrue();
    }

    /** PostgreSQL keeps no NUL in a text; Derby does. */
    @Test
    void aCharacterThatNoTextMayHoldIsAWrongValueAndNoFaultOfOurs() {
        PersistenceException failure = new PersistenceException(
                new SQLException("invalid byte sequence for encoding \"UTF8\": 0x00", "22021"));

        assertThat(DatabaseRefusal.translate(failure)).isInstanceOf(InvalidInput.class);
        assertThat(DatabaseRefusal.passes(failure)).isFalse();
    }

    @Test
    void aFaultOfOursDoesNot() {
        assertThat(DatabaseRefusal.passes(new IllegalStateException(new NullPointerException())))
                .isFalse();
        assertThat(DatabaseRefusal.passes(new PersistenceException(new SQLException("no state and no cause"))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "23503|INSERT on table 'X' caused a violation of foreign key constraint 'CONSENT_PURPOSE' for key (ana@x.example).|CONSENT_PURPOSE",
                "23502|Column 'CITY'  cannot accept a NULL value.|CITY",
                "23514|new row for relation \"task\" violates check constraint \"task_days\" Detail: Failing row contains (ana@x.example).|task_days",
                "22001|A truncation error was encountered trying to shrink VARCHAR 'ana@x.example' to length 5.|?"
            })
    void whatWasRefusedIsNamedWithoutItsValue(String state, String words, String named) {
        SQLException refused = new SQLException(words, state);
        PersistenceException failure = new PersistenceException(refused);

        assertThat(DatabaseRefusal.reason(failure, refused)).isEqualTo(state + " " + named + " at ?");
        assertThat(DatabaseRefusal.translate(failure)).isInstanceOf(InvalidInput.class);
    }
}
