package org.vinculo.crm.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of all modules, found from wherever the tests run. */
final class Sources {

    static final Path ROOT = root();
    static final Path EJB = ROOT.resolve("crm-ejb/src/main");
    static final Path BACKOFFICE = ROOT.resolve("crm-web-backoffice/src/main");
    static final Path PORTAL = ROOT.resolve("crm-web-portal/src/main");

    private Sources() {}

    /** Java sources of the three modules of the application. */
    static List<Path> java() {
        return Stream.of(EJB, BACKOFFICE, PORTAL)
                .flatMap(module -> files(module.resolve("java"), ".java").stream())
                .toList();
    }

    /** Every Facelet: pages, fragments and tag files. */
    static List<Path> facelets() {
        return Stream.of(EJB.resolve("resources/META-INF"), BACKOFFICE.resolve("webapp"), PORTAL.resolve("webapp"))
                .flatMap(folder -> files(folder, ".xhtml").stream())
                .toList();
    }

    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Path and line as a compiler names them. */
    static String place(Path file, String text, int offset) {
        long line = text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
        return ROOT.relativize(file) + ":" + line;
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
