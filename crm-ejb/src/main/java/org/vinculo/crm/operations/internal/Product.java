package org.vinculo.crm.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import org.vinculo.crm.shared.PublicId;

/** Which version runs, and this running one of it. */
@ApplicationScoped
public class Product {

    private final String server = PublicId.next();
    private final String version = readVersion();
    private final String host = readHost();

    public String version() {
        return version;
    }

    /** Name of this process among the servers of one database. */
    public String server() {
        return server;
    }

    public String host() {
        return host;
    }

    public static String readVersion() {
        try (InputStream in = Product.class.getResourceAsStream("/org/vinculo/crm/operations/product.properties")) {
            Properties values = new Properties();
            values.load(in);
            String version = values.getProperty("version", "");
            return version.startsWith("$") ? "development" : version;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String readHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
