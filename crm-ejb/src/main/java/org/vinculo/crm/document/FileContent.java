package org.vinculo.crm.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file to hand out, after its reader was checked. */
public final class FileContent {

    private static final String PLAIN = "!#$&+-.^_`|~";

    private final AttachmentView view;
    private final Path path;

    FileContent(AttachmentView view, Path path) {
        this.view = view;
        this.path = path;
    }

    public String name() {
        return view.name();
    }

    /** Where the bytes lie. */
    public Path path() {
        return path;
    }

    public String mediaType() {
        return view.mediaType();
    }

    public long size() {
        return view.size();
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    /** The header that makes a browser save it under its name, whatever letters that has (RFC 6266). */
    public String disposition() {
        StringBuilder ascii = new StringBuilder();
        StringBuilder encoded = new StringBuilder();
        view.name().codePoints().forEach(point -> ascii.append(isSafe(point) ? (char) point : '_'));
        for (byte each : view.name().getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xFF);
            if (letter < 128 && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0)) {
                encoded.append(letter);
            } else {
                encoded.append('%').append(String.format(java.util.Locale.ROOT, "%02X", (int) letter));
            }
        }
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    private static boolean isSafe(int point) {
        return point >= ' ' && point < 127 && point != '"' && point != '\\' && point != '%';
    }
}
