package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vinculo.crm.exchange.internal.file.UnreadableFile;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.PrivateFolder;
import org.vinculo.crm.shared.PublicId;

/** Where uploaded files lie: in the data folder, under names that nobody outside chooses. */
@ApplicationScoped
public class ImportFiles {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{22}\\.upload");
    private static final int BLOCK = 64 * 1024;

    @Inject
    Settings settings;

    /**
     * Keeps what is uploaded.
     *
     * @return the name under which it lies
     * @throws UnreadableFile when it is larger than the setting allows; nothing is kept then
     */
    public String store(InputStream content) throws IOException {
        String name = PublicId.next() + ".upload";
        Path file = folder().resolve(name);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            copy(content, out, settings.maxUploadBytes());
        } catch (IOException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        return name;
    }

    private static void copy(InputStream content, OutputStream out, long most) throws IOException {
        byte[] block = new byte[BLOCK];
        long size = 0;
        for (int length = content.read(block); length >= 0; length = content.read(block)) {
            size += length;
            if (size > most) {
                throw new UnreadableFile("exchange.file.tooLarge");
            }
            out.write(block, 0, length);
        }
    }

    public Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of an uploaded file");
        }
        return folder().resolve(name);
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Names of the files that were last written before the given time. */
    public List<String> olderThan(Instant time) {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> NAME.matcher(nameOf(file)).matches())
                    .filter(file -> modified(file).isBefore(time))
                    .map(ImportFiles::nameOf)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path folder() {
        try {
            return PrivateFolder.make(settings.filesDir().resolve("imports"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
