package org.vinculo.crm.backoffice.api.support;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * The body of a request in a file: read once for its fingerprint and once more for what is to be done, without ever
 * standing in memory as a whole.
 *
 * <p>Programs choose another boundary between the parts of an upload each time they send it. It is no content, so that
 * the same upload sent again has the same fingerprint.
 */
final class KeptBody implements Closeable {

    private static final byte[] DASHES = {'-', '-'};

    private final Path file;
    private InputStream open;

    private KeptBody(Path file) {
        this.file = file;
    }

    /**
     * Reads a body to its end.
     *
     * @param boundary what stands between the parts of an upload, null when it is none
     * @param digest takes the content in
     */
    static KeptBody read(InputStream body, String boundary, MessageDigest digest) throws IOException {
        KeptBody kept = new KeptBody(Files.createTempFile("request", ".body"));
        try (InputStream in = new BufferedInputStream(body);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(kept.file))) {
            copy(in, out, digest, boundary);
            return kept;
        } catch (IOException broken) {
            kept.close();
            throw broken;
        }
    }

    private static void copy(InputStream in, OutputStream out, MessageDigest digest, String boundary)
            throws IOException {
        byte[] separator = ("--" + (boundary == null ? "" : boundary)).getBytes(StandardCharsets.UTF_8);
        int matched = boundary == null ? -1 : 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            out.write(next);
            if (matched >= 0 && next == separator[matched]) {
                matched++;
                if (matched == separator.length) {
                    digest.update(DASHES);
                    matched = -1;
                }
                continue;
            }
            if (matched > 0) {
                digest.update(separator, 0, matched);
            }
            digest.update((byte) next);
            matched = next == '\n' && boundary != null ? 0 : -1;
        }
        if (matched > 0) {
            digest.update(separator, 0, matched);
        }
    }

    InputStream open() throws IOException {
        open = new BufferedInputStream(Files.newInputStream(file));
        return open;
    }

    @Override
    public void close() {
        try {
            if (open != null) {
                open.close();
            }
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
