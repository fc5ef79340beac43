package org.vinculo.crm.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults that other tests rely on are those of a real database. */
class FailingDriverTest {

    private static final String URL = FailingDriver.PREFIX + "derby:memory:failing;create=true";

    @TempDir
    Path folder;

    private Path control;

    @BeforeEach
    void prepare() throws Exception {
        control = folder.resolve("control");
        System.setProperty(Faults.CONTROL, control.toString());
        Class.forName(FailingDriver.class.getName());
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (word varchar(20))");
        }
    }

    @AfterEach
    void forget() throws SQLException, IOException {
        Files.deleteIfExists(control);
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table kept");
        }
        System.clearProperty(Faults.CONTROL);
    }

    @Test
    void whoCommitsWhileTheServerIsAwayLosesEverythingAndNeverComesBack() throws Exception {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("insert into kept values ('lost')");
            Files.writeString(control, Faults.AWAY);

            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(URL)).hasMessageContaining("nobody answers");
            Files.delete(control);

            assertThatThrownBy(connection::commit).as("the old connection").isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.executeQuery("select * from kept"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(rows()).isZero();
    }

    @Test
    void whoeverIsLostAtAStatementLosesWhatWasDoneBefore() throws Exception {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("insert into kept values ('lost')");
            Files.writeString(control, "once 1 " + Faults.LOST + " " + FailingDriverTest.class.getName());

            assertThatThrownBy(() -> statement.executeUpdate("insert into kept values ('too')"))
                    .hasMessageContaining("the disk is gone");
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        }
        assertThat(Files.readString(Faults.fired(control))).isEqualTo("once");
        assertThat(rows()).isZero();
    }

    @Test
    void aSlowStatementTakesNoLongerThanItMay() throws Exception {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            Files.writeString(control, "slow 60000 kept");
            statement.setQueryTimeout(1);

            assertThatThrownBy(() -> statement.executeQuery("select * from kept"))
                    .isInstanceOf(SQLTimeoutException.class);
            assertThat(statement.execute("values 1")).as("another one").isTrue();
        }
    }

    private static int rows() throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from kept")) {
            found.next();
            return found.getInt(1);
        }
    }
}
