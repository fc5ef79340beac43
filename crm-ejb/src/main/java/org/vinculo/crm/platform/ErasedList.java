package org.vinculo.crm.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who was forgotten, as a file beside the database: a backup brings the rows of these people back, and by this list they
 * are forgotten again. It holds public ids and nothing else, one a line, and only grows.
 */
public final class ErasedList {

    /** Name of the file in the folder of files, and in a folder of backups. */
    public static final String FILE = "erased.list";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path folder;
    private final Path file;

    public ErasedList(Path folder) {
        this.folder = folder;
        file = folder.resolve(FILE);
    }

    /** The ids; a line that was cut off by a crash is none. */
    public Set<String> read() throws IOException {
        if (!Files.exists(file)) {
            return new TreeSet<>();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            Set<String> ids = new TreeSet<>();
            lines.filter(line -> ID.matcher(line).matches()).forEach(ids::add);
            return ids;
        }
    }

    /** Adds those that are not there yet. When this returns they are on the disk. */
    public void add(Collection<String> ids) throws IOException {
        synchronized (ONE_AT_A_TIME) {
            List<String> missing = new ArrayList<>(new TreeSet<>(ids));
            missing.removeAll(read());
            if (missing.isEmpty()) {
                return;
            }
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                    FileLock lock = channel.lock()) {
                // The line break in front ends a line that was cut off.
                ByteBuffer lines = ByteBuffer.wrap(
                        ("\n" + String.join("\n", missing) + "\n").getBytes(StandardCharsets.ISO_8859_1));
                while (lines.hasRemaining()) {
                    channel.write(lines);
                }
                channel.force(true);
            }
        }
    }
}
