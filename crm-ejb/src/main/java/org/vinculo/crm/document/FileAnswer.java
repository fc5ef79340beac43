package org.vinculo.crm.document;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Hands a file out, to be saved: whatever is in it, the browser neither guesses what it is nor shows it as a page of ours.
 */
public final class FileAnswer {

    private FileAnswer() {}

    public static void write(FileContent file, HttpServletResponse response) throws IOException {
        response.setContentType(file.mediaType());
        response.setContentLengthLong(file.size());
        response.setHeader("Content-Disposition", file.disposition());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cache-Control", "private, no-store");
        try (InputStream content = file.open()) {
            content.transferTo(response.getOutputStream());
        }
    }
}
