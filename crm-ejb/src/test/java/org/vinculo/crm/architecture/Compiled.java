package org.vinculo.crm.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.vinculo.crm.shared.CrmModule;

/** The compiled classes of this module without its tests. */
final class Compiled {

    static final String BASE = "org.vinculo.crm";
    static final JavaClasses CLASSES = new ClassFileImporter().importPath(location());

    private Compiled() {}

    /** The room a package belongs to: its first segment below the root package; empty outside of the application. */
    static String room(String packageName) {
        if (!packageName.startsWith(BASE + ".")) {
            return "";
        }
        String rest = packageName.substring(BASE.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    /** What follows the room in a package name: empty for its root. */
    static String part(String packageName) {
        String room = room(packageName);
        return packageName.length() == BASE.length() + 1 + room.length()
                ? ""
                : packageName.substring(BASE.length() + 2 + room.length());
    }

    private static Path location() {
        try {
            return Path.of(CrmModule.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
