package org.vinculo.crm.launcher;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The application as a folder, unpacked once per version and kept: the server deploys a folder where it lies, so a start
 * neither unpacks a thousand files nor deletes those of the start before.
 */
final class UnpackedApplication {
    private static final String PREFIX = "application-";
    /** The name of the folder becomes the name of the application. */
    private static final String NAME = "crm";

    private UnpackedApplication() {}

    /**
     * @param runtime where unpacked versions are kept
     * @return the folder with the content of this archive; a start that was killed while it unpacked left none
     */
    static Path of(Path ear, Path runtime) throws IOException {
        Path version = runtime.resolve(
                PREFIX + Files.size(ear) + "-" + Files.getLastModifiedTime(ear).toMillis());
        if (!Files.isDirectory(version)) {
            Path half = Files.createTempDirectory(runtime, PREFIX);
            unpack(Files.newInputStream(ear), half.resolve(NAME), true);
            Files.move(half, version, StandardCopyOption.ATOMIC_MOVE);
        }
        return version.resolve(NAME);
    }

    /** Whether this folder holds another version, or half of one. */
    static boolean isOther(Path folder, Path current) {
        return folder.getFileName().toString().startsWith(PREFIX) && !folder.equals(current.getParent());
    }

    private static void unpack(InputStream archive, Path target, boolean withModules) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path place = inside(target, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(place);
                } else if (withModules && isModule(entry.getName())) {
                    unpack(new Unclosed(zip), moduleFolder(place), false);
                } else {
                    Files.createDirectories(place.getParent());
                    Files.copy(zip, place);
                }
            }
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        Path place = target.resolve(name).normalize();
        if (!place.startsWith(target)) {
            throw new IOException("The application's archive names a file outside of it: " + name);
        }
        return place;
    }

    private static boolean isModule(String name) {
        return name.indexOf('/') < 0 && (name.endsWith(".war") || name.endsWith(".jar"));
    }

    /** As the server names the folders of modules: {@code x.war} is {@code x_war}. */
    private static Path moduleFolder(Path module) {
        String name = module.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return module.resolveSibling(name.substring(0, dot) + "_" + name.substring(dot + 1));
    }

    /** An archive inside an archive ends before the outer one does. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The outer archive is read on.
        }
    }
}
