package org.vinculo.crm.ui;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files that came with a form. */
public final class SentFiles {

    private SentFiles() {}

    /** Those in which there is something; a field that was left empty comes as an empty file. */
    public static List<Part> of(List<Part> parts) {
        return parts == null
                ? List.of()
                : parts.stream().filter(part -> part.getSize() > 0).toList();
    }

    /** What is in one. */
    public static InputStream content(Part part) {
        try {
            return part.getInputStream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
