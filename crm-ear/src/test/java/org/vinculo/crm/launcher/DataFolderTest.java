package org.vinculo.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path scratch;

    @BeforeEach
    void onlyWhereFilesHaveOwners() throws IOException {
        assumeThat(Files.getFileStore(scratch).supportsFileAttributeView("posix"))
                .isTrue();
    }

    @Test
    void aFolderOfAnEarlierVersionIsClosed() throws Exception {
        Path root = open(scratch.resolve("data"));
        List<String> parts = List.of("db", "files", "imports", "exports", "copies", "backups", "logs", "runtime");
        for (String part : parts) {
            open(root.resolve(part));
        }
        Files.writeString(root.resolve("crm.properties"), "");

        new DataFolder(root).create();

        assertThat(mode(root)).isEqualTo("rwx------");
        for (String part : parts) {
            assertThat(mode(root.resolve(part))).as(part).isEqualTo("rwx------");
        }
    }

    @Test
    void aFolderThatHoldsOtherThingsStaysAndWhatIsOursInItIsClosed() throws Exception {
        Path root = open(scratch.resolve("srv"));
        open(root.resolve("website"));
        open(root.resolve("files"));

        new DataFolder(root).create();

        assertThat(mode(root)).isEqualTo("rwxr-xr-x");
        assertThat(mode(root.resolve("website"))).isEqualTo("rwxr-xr-x");
        assertThat(mode(root.resolve("files"))).isEqualTo("rwx------");
        assertThat(mode(root.resolve("logs"))).isEqualTo("rwx------");
        assertThat(mode(root.resolve("runtime"))).isEqualTo("rwx------");
    }

    @Test
    void settingsWithAPasswordThatOthersReadAreRefused() throws Exception {
        Path root = open(scratch.resolve("srv"));
        open(root.resolve("website"));
        Path settings = Files.writeString(
                root.resolve("crm.properties"), "crm.db.url=jdbc:postgresql://db/crm\ncrm.db.password=secret\n");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-r--r--"));
        DataFolder folder = new DataFolder(root);
        folder.create();

        assertThatThrownBy(() -> Checks.settingsFile(configuration(root), folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("secret");

        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        Checks.settingsFile(configuration(root), folder);
        Files.writeString(settings, "crm.port=8123\n");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-r--r--"));
        Checks.settingsFile(configuration(root), folder);
    }

    @Test
    void settingsBehindAClosedFolderAreNobodyElses() throws Exception {
        Path root = open(scratch.resolve("data"));
        Files.writeString(root.resolve("crm.properties"), "crm.db.password=secret\n");
        DataFolder folder = new DataFolder(root);
        folder.create();

        Checks.settingsFile(configuration(root), folder);

        assertThat(mode(root)).isEqualTo("rwx------");
    }

    private static Configuration configuration(Path root) throws StartFailure {
        return Configuration.of(Options.parse(List.of("--data", root.toString())), Map.of());
    }

    private static Path open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
