package org.vinculo.crm.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.PrivateFolder;

/** Bytes in the data folder, under their hash. Nothing of a name that somebody chose ever becomes a path. */
@ApplicationScoped
public class FileStore {

    private static final int BUFFER = 64 * 1024;

    @Inject
    Settings settings;

    /** Bytes that are kept. */
    public record Stored(String hash, long size) {}

    /**
     * Keeps what comes, after it was looked at.
     *
     * @param most bytes
     * @param check looks at the whole file and throws to refuse it
     * @throws InvalidInput when it is larger or empty
     */
    public Stored keep(InputStream content, long most, Consumer<Path> check) {
        try {
            Path inside = PrivateFolder.make(folder());
            Path coming = Files.createTempFile(Files.createDirectories(inside.resolve("coming")), "file", ".part");
            try {
                Stored stored = copy(content, coming, most);
                check.accept(coming);
                Path place = path(stored.hash());
                if (!Files.exists(place)) {
                    Files.createDirectories(place.getParent());
                    Files.move(coming, place, StandardCopyOption.ATOMIC_MOVE);
                }
                return stored;
            } finally {
                Files.deleteIfExists(coming);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stored copy(InputStream content, Path target, long most) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw InvalidInput.field("file", "document.error.tooLarge", most / (1024 * 1024));
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw InvalidInput.field("file", "document.error.empty");
        }
        return new Stored(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Where the bytes with a hash lie, whether they are there or not. */
    public Path path(String hash) {
        return folder().resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }

    /** As {@link #path}, under the folder. */
    public String place(String hash) {
        return folder().relativize(path(hash)).toString();
    }

    public Path folder() {
        return settings.filesDir().resolve("files");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
