package org.vinculo.crm.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

class ReadOnlyDerbyTest {

    @TempDir
    Path folder;

    private final ReadOnlyDerby derby = new ReadOnlyDerby();

    @BeforeEach
    void lay() throws SQLException {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(folder.resolve("db").toString());
        source.setCreateDatabase("create");
        derby.dataSource = source;
        derby.settings =
                Settings.of(Map.of(Setting.DATA_DIR, folder.toString(), Setting.DB_URL, url() + ";create=true"));
        change("create table told (words varchar(20))");
    }

    @AfterEach
    void shutDown() {
        assertThatThrownBy(() -> DriverManager.getConnection(url() + ";shutdown=true"))
                .hasMessageContaining("shutdown");
    }

    @Test
    void aDatabaseThatFoundNoRoomForItsLockCanBeWrittenOnceThereIsRoom() throws Exception {
        shutDown();
        Path lock = folder.resolve("db").resolve("db.lck");
        Files.deleteIfExists(lock);
        Files.createDirectories(lock.resolve("in the way"));
        assertThatThrownBy(() -> change("insert into told values ('full')"))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("25502"));
        Files.delete(lock.resolve("in the way"));
        Files.delete(lock);
        assertThatThrownBy(() -> change("insert into told values ('room')")).isInstanceOf(SQLException.class);

        derby.look();

        change("insert into told values ('room')");
    }

    @Test
    void aDatabaseThatCanBeWrittenStaysOpen() throws Exception {
        try (Connection open = derby.dataSource.getConnection()) {
            derby.look();

            assertThat(open.isValid(1)).isTrue();
        }
    }

    private void change(String statement) throws SQLException {
        try (Connection connection = derby.dataSource.getConnection()) {
            connection.createStatement().executeUpdate(statement);
        }
    }

    private String url() {
        return "jdbc:derby:" + folder.resolve("db");
    }
}
