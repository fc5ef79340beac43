package org.vinculo.crm.exchange.internal.out;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.PrivateFolder;
import org.vinculo.crm.shared.PublicId;

/** Where the files of exports lie: in the data folder, under names that nobody outside chooses. */
@ApplicationScoped
public class ExportFiles {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{22}\\.export");

    @Inject
    Settings settings;

    public String fresh() {
        return PublicId.next() + ".export";
    }

    public Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of an export");
        }
        return folder().resolve(name);
    }

    /** What is written before it is made into a workbook. */
    Path raw(String name) {
        return folder().resolve(path(name).getFileName() + ".raw");
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
            Files.deleteIfExists(raw(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path folder() {
        try {
            return PrivateFolder.make(settings.filesDir().resolve("exports"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
