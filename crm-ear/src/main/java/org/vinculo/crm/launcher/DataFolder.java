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

    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** Folders that the server makes in it. */
    private static final Set<String> PARTS =
            Set.of("db", "files", "imports", "exports", "copies", "backups", "logs", "runtime");

    /** Files that the server makes in it, or looks for there. */
    private static final Set<String> FILES = Set.of(
            "crm.lock", "crm.properties", "secret.key", "erased.list", "backup.request", "backup.answer", "derby.log");

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

    /**
     * Makes the folder, closed to other users of the machine, and finds out whether it can be written to. One that was there
     * is closed: as a whole where it holds nothing but ours, and what is ours in it in any case.
     */
    void create() throws StartFailure {
        try {
            createPrivate(root);
            if (isOurs()) {
                close(root);
            }
            createPrivate(logs());
            createPrivate(runtime());
            for (String part : PARTS) {
                close(root.resolve(part));
            }
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

    /** What a process that was killed left there is gone; whoever calls this has the lock. */
    void emptyTemporary() throws StartFailure {
        try {
            delete(temporary());
            Files.createDirectories(temporary());
        } catch (IOException e) {
            throw new StartFailure("cannot empty " + temporary() + ": " + e, e);
        }
    }

    /** A fresh server folder: an application left in the configuration by an earlier run breaks the next one. */
    void prepareInstance(Path payara) throws StartFailure {
        emptyTemporary();
        try {
            delete(instance());
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
        return isPosix(file) && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }

    /** Whether other users of the machine can get at what lies in it. */
    boolean isOpen() throws IOException {
        return mayBeEnteredByOthers(root);
    }

    /** Whether it belongs to whoever runs this and nothing of anybody else lies in it: /var is no place to close. */
    private boolean isOurs() throws IOException {
        if (!isPosix(root)) {
            return false;
        }
        Path probe = Files.createTempFile(root, "write", ".probe");
        try (DirectoryStream<Path> content = Files.newDirectoryStream(root)) {
            if (!Files.getOwner(probe).equals(Files.getOwner(root))) {
                return false;
            }
            for (Path each : content) {
                String name = String.valueOf(each.getFileName());
                if (!PARTS.contains(name) && !FILES.contains(name) && !name.endsWith(".probe")) {
                    return false;
                }
            }
            return true;
        } finally {
            Files.delete(probe);
        }
    }

    private static void close(Path folder) throws IOException, StartFailure {
        if (!Files.isDirectory(folder) || !mayBeEnteredByOthers(folder)) {
            return;
        }
        try {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        } catch (IOException notOurs) {
            throw new StartFailure(
                    "the folder " + folder + " is open to other users; run chmod 700 on it first.", notOurs);
        }
    }

    private static boolean mayBeEnteredByOthers(Path folder) throws IOException {
        return isPosix(folder) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(folder));
    }

    private static boolean isPosix(Path place) throws IOException {
        return Files.getFileStore(place).supportsFileAttributeView("posix");
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
