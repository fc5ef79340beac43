package org.vinculo.crm.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder that holds everything of one instance; one process at a time works on it. */
final class DataFolder {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** Reachable as long as the process lives: a collected channel would give the lock back. */
    private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

    private final Path root;

    DataFolder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path serverLog() {
        return logs().resolve("server.log");
    }

    Path runtime() {
        return root.resolve("runtime");
    }

    /** Payara's own folder: configuration, deployed application, generated files. */
    Path instance() {
        return runtime().resolve("server");
    }

    Path temporary() {
        return runtime().resolve("tmp");
    }

    /** Makes the folder, closed to other users of the machine, and finds out whether it can be written to. */
    void create() throws StartFailure {
        try {
            createPrivate(root);
            createPrivate(logs());
            createPrivate(runtime());
            Files.delete(Files.createTempFile(root, "write", ".probe"));
            Files.delete(Files.createTempFile(logs(), "write", ".probe"));
        } catch (FileAlreadyExistsException e) {
            throw new StartFailure("the data folder " + root + " cannot be made: " + e.getFile() + " is a file.", e);
        } catch (IOException e) {
            throw new StartFailure("the data folder " + root + " cannot be written to.", e);
        }
    }

    /**
     * Takes the folder for this process until it ends, however it ends. A process that was just killed may need a moment
     * to let go.
     */
    void lock() throws StartFailure {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            FileChannel channel =
                    FileChannel.open(root.resolve("crm.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (tryLock(channel) == null) {
                if (System.nanoTime() > end) {
                    channel.close();
                    throw new StartFailure("the data folder " + root + " is in use by another running server.");
                }
                Thread.sleep(STEP.toMillis());
            }
            HELD.add(channel);
        } catch (IOException e) {
            throw new StartFailure("the data folder " + root + " cannot be locked: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted.", e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** A fresh server folder: an application left in the configuration by an earlier run breaks the next one. */
    void prepareInstance(Path payara) throws StartFailure {
        try {
            delete(instance());
            delete(temporary());
            Files.createDirectories(temporary());
            copy(payara.resolve("config"), instance().resolve("config"));
            // The JDBC resource adapters, which the server looks for here.
            copy(payara.resolve("lib"), instance().resolve("lib"));
        } catch (IOException e) {
            throw new StartFailure("cannot prepare " + instance() + ": " + e, e);
        }
    }

    /** Removes unpacked versions of the application other than this one. */
    void dropOtherApplications(Path current) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(runtime(), Files::isDirectory)) {
            for (Path other : folders) {
                if (UnpackedApplication.isOther(other, current)) {
                    delete(other);
                }
            }
        }
    }

    static boolean readableByOthers(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return false;
        }
        return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }

    private static void createPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        FileAttribute<?>[] closed =
                folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(folder, closed);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // Not Files.copy: a read-only installation would make read-only copies.
                Files.write(to.resolve(from.relativize(file).toString()), Files.readAllBytes(file));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
