package org.vinculo.crm.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Folders that other users of the machine cannot look into, whatever the umask and whoever made the folder around them. */
public final class PrivateFolder {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Logger LOG = Logger.getLogger(PrivateFolder.class.getName());

    private PrivateFolder() {}

    /** Where what is needed for a moment lies: the JDK itself looks too early to hear what a command says. */
    public static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Makes the folder, and closes it where it is open; somebody else's stays as they want it. */
    public static Path make(Path folder) throws IOException {
        Files.createDirectories(folder);
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null && !OWNER_ONLY.containsAll(view.readAttributes().permissions())) {
            try {
                view.setPermissions(OWNER_ONLY);
            } catch (IOException notOurs) {
                LOG.log(Level.WARNING, "other users may look into {0}", folder);
            }
        }
        return folder;
    }
}
