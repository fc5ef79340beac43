package org.vinculo.crm.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data sets that may not be copied into the repository; a test that needs one is skipped where it is absent. */
public final class PublicData {

    private PublicData() {}

    /** The file, looked for in the folder {@code -Dcrm.test.data} or in {@code shared/data} beside the repository. */
    public static Path file(String name) {
        Path found = find(name);
        assumeTrue(found != null, () -> "not here: " + name + " of the public data sets (-Dcrm.test.data=FOLDER)");
        return found;
    }

    private static Path find(String name) {
        String folder = System.getProperty("crm.test.data");
        if (folder != null && Files.exists(Path.of(folder, name))) {
            return Path.of(folder, name);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve("data").resolve(name);
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
