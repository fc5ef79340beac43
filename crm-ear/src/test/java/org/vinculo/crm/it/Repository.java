package org.vinculo.crm.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the sources are, and the public data that some tests import. */
public final class Repository {

    public static final Path ROOT = root();

    private Repository() {}

    /** A file of the data that lies beside the repository; empty where it was not handed over. */
    public static Optional<Path> data(String name) {
        Path file = ROOT.resolveSibling("shared").resolve("data").resolve(name);
        String elsewhere = System.getProperty("crm.test.data", System.getenv("CRM_TEST_DATA"));
        Path chosen = elsewhere == null ? file : Path.of(elsewhere).resolve(name);
        return Optional.of(chosen).filter(Files::isRegularFile);
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No mvnw above " + Path.of("").toAbsolutePath());
    }
}
