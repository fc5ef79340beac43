package org.vinculo.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassArchiveTest {

    private static final String MADE_OF = "-Dcrm.launcher.archive=";

    @TempDir
    Path installation;

    private Path jar;
    private DataFolder data;

    @BeforeEach
    void install() throws IOException {
        jar = Files.createFile(installation.resolve("crm-server.jar"));
        data = new DataFolder(installation.resolve("data"));
    }

    @Test
    void theFirstStartMakesAnArchiveThatTheNextOneUses() throws IOException {
        Path archive = firstStart();
        Files.createFile(archive);

        assertThat(ClassArchive.flags(jar, data, List.of("-Xmx1g")))
                .containsExactly("-XX:SharedArchiveFile=" + archive);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:watch.jar",
                "-agentlib:jdwp=transport=dt_socket",
                "-agentpath:/opt/profiler.so",
                "-XX:StartFlightRecording=settings=profile"
            })
    void whoeverWatchesTheClassesGetsThemWithoutAnArchive(String flag) throws IOException {
        assertThat(ClassArchive.flags(jar, data, List.of(flag))).isEmpty();

        Files.createFile(firstStart());

        assertThat(ClassArchive.flags(jar, data, List.of(flag))).isEmpty();
    }

    private Path firstStart() {
        return ClassArchive.flags(jar, data, List.of()).stream()
                .filter(flag -> flag.startsWith(MADE_OF))
                .map(flag -> Path.of(flag.substring(MADE_OF.length())))
                .findFirst()
                .orElseThrow();
    }
}
