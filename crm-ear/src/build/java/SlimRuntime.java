import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Run by the build on the jars of the application server: writes each anew, stored instead of compressed, without entries
 * for directories, and without a manifest unless it makes the jar a multi-release one. A start opens more than three
 * hundred jars on two cores: inflating them, and the search of Faces through every jar that shows a {@code META-INF}
 * directory or a manifest, took three of its seconds.
 */
public final class SlimRuntime {
    private SlimRuntime() {}

    /** @param arguments the folder with the jars */
    public static void main(String[] arguments) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path jar : jars) {
                Path slim = jar.resolveSibling(jar.getFileName() + ".slim");
                if (rewrite(jar, slim)) {
                    Files.move(slim, jar, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** @return false, and nothing written, for a signed jar: its signature covers the manifest */
    private static boolean rewrite(Path jar, Path slim) throws IOException {
        try (JarFile in = new JarFile(jar.toFile(), false)) {
            if (in.stream().anyMatch(entry -> entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"))) {
                return false;
            }
            boolean keepManifest = multiRelease(in.getManifest());
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(slim))) {
                for (Enumeration<? extends ZipEntry> all = in.entries(); all.hasMoreElements(); ) {
                    ZipEntry entry = all.nextElement();
                    if (!entry.isDirectory() && (keepManifest || !entry.getName().equals(JarFile.MANIFEST_NAME))) {
                        store(in, entry, out);
                    }
                }
            }
            return true;
        }
    }

    private static boolean multiRelease(Manifest manifest) {
        return manifest != null
                && "true".equals(manifest.getMainAttributes().getValue(Attributes.Name.MULTI_RELEASE));
    }

    private static void store(JarFile in, ZipEntry entry, ZipOutputStream out) throws IOException {
        byte[] content;
        try (InputStream stream = in.getInputStream(entry)) {
            content = stream.readAllBytes();
        }
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry stored = new ZipEntry(entry.getName());
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(content.length);
        stored.setCrc(sum.getValue());
        stored.setTime(entry.getTime());
        out.putNextEntry(stored);
        out.write(content);
        out.closeEntry();
    }
}
