package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.shared.FreshStatement;
import org.vinculo.crm.shared.ReadOnce;

/** What a page has read is kept while it only reads, and not a moment longer. */
class WrittenOnAPageTest extends PartyTest {

    private final AtomicInteger reads = new AtomicInteger();

    @BeforeEach
    void begin() {
        em.flush();
        ReadOnce.begin();
        read();
    }

    @AfterEach
    void end() {
        ReadOnce.end();
    }

    @Test
    void readingInAnyWayKeepsIt() throws SQLException {
        em.createQuery("select count(c) from Customer c").getSingleResult();
        em.createNativeQuery("select count(*) from customer").getSingleResult();
        prepare("\n select id from customer").close();

        assertThat(read()).isEqualTo(1);
    }

    @Test
    void everyWayOfWritingEndsIt() throws SQLException {
        em.createQuery("update Customer c set c.notes = null where c.id = -1").executeUpdate();
        assertThat(read()).isEqualTo(2);
        em.createNativeQuery("delete from customer where id = -1").executeUpdate();
        assertThat(read()).isEqualTo(3);
        prepare("update customer set notes = null where id = -1").close();
        assertThat(read()).isEqualTo(4);
    }

    @Test
    void anEntityThatIsWrittenEndsIt() {
        Customer customer = entity(service.create(person("Ana", "Souza")).ref().publicId());
        em.flush();
        int before = read();

        em.lock(customer, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.flush();

        assertThat(read()).isEqualTo(before + 1);
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return FreshStatement.prepare(em.unwrap(Connection.class), sql);
    }

    private int read() {
        return ReadOnce.of("key", reads::incrementAndGet);
    }
}
