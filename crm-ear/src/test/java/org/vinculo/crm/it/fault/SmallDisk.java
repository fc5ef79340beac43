package org.vinculo.crm.it.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A file system of its own, small and in memory, that can be filled. Only root can have one. */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "size=200m";
    private static final int[] BLOCKS = {1 << 20, 1 << 12};

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Lays it at a folder, which is made; empty where that is not allowed. */
    static Optional<SmallDisk> at(Path folder) {
        try {
            Files.createDirectories(folder);
            return run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString())
                    ? Optional.of(new SmallDisk(folder))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves no room for a single byte. */
    void fill() {
        for (int block : BLOCKS) {
            try (OutputStream out = Files.newOutputStream(ballast(block))) {
                while (true) {
                    out.write(new byte[block]);
                }
            } catch (IOException full) {
                continue;
            }
        }
    }

    void free() {
        try {
            for (int block : BLOCKS) {
                Files.delete(ballast(block));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast(int block) {
        return folder.resolve("ballast" + block);
    }

    private static boolean run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            run("umount", "-l", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
