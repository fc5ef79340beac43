package org.vinculo.crm.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A finished file, ready to be sent. */
public record ExportDownload(String fileName, String mediaType, long size, Path file) {

    public void writeTo(OutputStream out) throws IOException {
        Files.copy(file, out);
    }
}
