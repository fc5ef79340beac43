package org.vinculo.crm.document.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.vinculo.crm.shared.InvalidInput;

/**
 * What a file is, by its first bytes and its name together. Only sorts that people send each other are taken; a file whose
 * bytes are something else than its name says is refused, and so is everything that a browser or a system would run.
 */
public final class FileSort {

    private static final int HEAD = 64 * 1024;
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN = "application/vnd.oasis.opendocument.";
    private static final Set<String> TAKEN = Set.of(
            "application/pdf",
            "text/plain",
            "text/csv",
            "text/tab-separated-values",
            "text/x-vcard",
            "text/vcard",
            "text/calendar",
            "text/x-log",
            "message/rfc822",
            "application/rtf",
            "application/zip",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.ms-outlook",
            OFFICE + "wordprocessingml.document",
            OFFICE + "spreadsheetml.sheet",
            OFFICE + "presentationml.presentation",
            OPEN + "text",
            OPEN + "spreadsheet",
            OPEN + "presentation",
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/tiff",
            "image/bmp",
            "image/heic",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/opus",
            "audio/vorbis",
            "audio/amr",
            "audio/vnd.wave",
            "video/mp4",
            "video/3gpp",
            "video/quicktime");

    private FileSort() {}

    /** The media type of a file. @throws InvalidInput when files like it are not taken */
    public static String of(Path file, String name) {
        try (InputStream content = Files.newInputStream(file)) {
            return of(content.readNBytes(HEAD), name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As {@link #of(Path, String)}, for the beginning of a file. */
    public static String of(byte[] head, String name) {
        MediaType content = detect(head, null);
        MediaType both = detect(head, name);
        MediaType named = detect(null, name);
        boolean nameSaysNothing = named.equals(MediaType.OCTET_STREAM) && !hasEnding(name);
        boolean fits = nameSaysNothing || named.equals(both) || kin(named, both);
        boolean known = !content.equals(MediaType.OCTET_STREAM);
        if (!known || !fits || !taken(both) || !(nameSaysNothing || taken(named))) {
            throw InvalidInput.field("file", "document.error.sort", name);
        }
        return both.getBaseType().toString();
    }

    /** An ending that is unknown here may be one that a system runs; digits, as of a date or a version, are none. */
    private static boolean hasEnding(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return ending.length() < name.length()
                && ending.codePoints().anyMatch(Character::isLetter)
                && ending.codePoints().noneMatch(Character::isWhitespace);
    }

    private static boolean taken(MediaType type) {
        return TAKEN.contains(type.getBaseType().toString());
    }

    private static boolean kin(MediaType one, MediaType other) {
        return TYPES.getMediaTypeRegistry().isSpecializationOf(one, other)
                || TYPES.getMediaTypeRegistry().isSpecializationOf(other, one);
    }

    private static MediaType detect(byte[] head, String name) {
        Metadata metadata = new Metadata();
        if (name != null) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try {
            return TYPES.detect(head == null ? null : new ByteArrayInputStream(head), metadata);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
