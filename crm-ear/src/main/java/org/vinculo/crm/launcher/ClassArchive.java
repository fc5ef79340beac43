package org.vinculo.crm.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The server's classes, parsed and verified once and mapped into memory by later starts (AppCDS). Without an archive a start
 * makes one of what it has loaded, just before it is ready; the JVM ignores an archive that does not fit.
 *
 * <p>The name of the file says for which JVM and which files it was made, so that an update never meets an old archive. It
 * is put beside the installation, or into the data folder if the installation is read-only.
 */
final class ClassArchive {
    private static final String TARGET = "crm.launcher.archive";
    private static final String SUFFIX = ".jsa";
    private static final int NAME_BYTES = 8;

    private ClassArchive() {}

    /**
     * JVM flags that use the archive, or that prepare the making of one.
     *
     * @param given flags that the JVM gets anyhow
     */
    static List<String> flags(Path jar, DataFolder folder, List<String> given) {
        if (given.stream().anyMatch(ClassArchive::watchesClasses)) {
            return List.of();
        }
        String name = name(jar);
        Path beside = jar.resolveSibling("archive");
        Path inData = folder.runtime().resolve("archive");
        for (Path place : List.of(beside, inData)) {
            if (Files.isReadable(place.resolve(name))) {
                return List.of("-XX:SharedArchiveFile=" + place.resolve(name));
            }
        }
        Optional<Path> place =
                List.of(beside, inData).stream().filter(ClassArchive::usable).findFirst();
        if (place.isEmpty()) {
            return List.of();
        }
        return List.of(
                "-XX:+RecordDynamicDumpInfo", "-D" + TARGET + "=" + place.get().resolve(name));
    }

    /**
     * Whether an agent, or the recorder of the JVM, sees every class before it is used. Such a JVM ends instead of making
     * an archive, and crashes at classes of an archive that were made by the program itself.
     */
    private static boolean watchesClasses(String flag) {
        return flag.startsWith("-javaagent:")
                || flag.startsWith("-agentlib:")
                || flag.startsWith("-agentpath:")
                || flag.startsWith("-XX:StartFlightRecording");
    }

    private static boolean usable(Path place) {
        try {
            Files.createDirectories(place);
            Files.delete(Files.createTempFile(place, "write", ".probe"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(Path jar) {
        StringBuilder facts = new StringBuilder();
        for (String property : List.of("java.home", "java.vm.name", "java.vm.version", "os.arch")) {
            facts.append(System.getProperty(property)).append('\n');
        }
        for (Path file : List.of(jar, jar.resolveSibling("payara").resolve("launch-micro.jar"))) {
            try {
                facts.append(file)
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis())
                        .append('\n');
            } catch (IOException e) {
                facts.append(file).append('\n');
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(facts.toString().getBytes(StandardCharsets.UTF_8));
            return "classes-" + HexFormat.of().formatHex(digest, 0, NAME_BYTES) + SUFFIX;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the archive from what this process has loaded by now, if it was started to do so; takes a few seconds. */
    static void make() {
        String given = System.getProperty(TARGET);
        if (given == null) {
            return;
        }
        Path target = Path.of(given);
        Path half = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid());
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmCds",
                            new Object[] {new String[] {"dynamic_dump", half.toString()}},
                            new String[] {String[].class.getName()});
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            removeOthers(target);
            Server.LOG.log(Level.INFO, "Class archive {0} made: later starts are faster", target);
        } catch (IOException | JMException | RuntimeException e) {
            // Other JVMs know no such command, and the server runs as well without.
            Server.LOG.log(Level.INFO, "No class archive was made", e);
        }
    }

    /** Archives of earlier versions, and halves of starts that were killed. */
    private static void removeOthers(Path target) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(target.getParent(), "classes-*")) {
            for (Path file : files) {
                if (!file.equals(target)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
