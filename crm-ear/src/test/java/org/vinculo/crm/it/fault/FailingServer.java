package org.vinculo.crm.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.Postgres;
import org.vinculo.crm.it.ServerUnderTest;
import org.vinculo.crm.it.access.PageClient;

/** A server on a database that fails when a test says so. */
final class FailingServer implements AutoCloseable {

    static final int STATEMENT_SECONDS = 2;

    /** A connection that is not given back within this is told in the log. */
    static final int LEAK_SECONDS = 15;

    private final Path control;
    private final ServerUnderTest server;
    private int words;

    FailingServer(Path folder) {
        control = folder.resolve("control");
        Path driver = jar(folder.resolve("failing-driver.jar"));
        ServerUnderTest.Plan plan = Installation.plan(folder);
        database(folder).forEach(plan::property);
        server = plan.property("crm.db.driver", FailingDriver.class.getName())
                .property("crm.api.calls-per-minute", "100000")
                .property("crm.db.statement-seconds", Integer.toString(STATEMENT_SECONDS))
                .property("crm.db.leak-seconds", Integer.toString(LEAK_SECONDS))
                .jvmFlags("-XX:TieredStopAtLevel=1", "-javaagent:" + driver)
                .environment(
                        "CRM_JAVA_OPTIONS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g -javaagent:" + driver + " -D" + Faults.CONTROL
                                + "=" + control)
                .start();
    }

    private static Map<String, String> database(Path folder) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "crm.db.url", "jdbc:derby:" + folder.resolve("data/db") + ";create=true", "crm.db.password", "crm"));
        if (Postgres.EVERYWHERE) {
            settings.putAll(Postgres.settings(folder.resolve("data")));
        }
        settings.computeIfPresent("crm.db.url", (name, url) -> url.replaceFirst("^jdbc:", FailingDriver.PREFIX));
        return settings;
    }

    private static Path jar(Path file) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", FailingDriver.class.getName());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Class<?> each : List.of(FailingDriver.class, Faults.class)) {
                String name = each.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream code = each.getClassLoader().getResourceAsStream(name)) {
                    code.transferTo(jar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    ServerUnderTest server() {
        return server;
    }

    ApiClient api() {
        return new ApiClient(server.backoffice(), Installation.TOKEN);
    }

    /** The administrator, signed in. */
    PageClient staff() {
        PageClient client = new PageClient(server.backoffice());
        assertThat(client.signIn(Installation.ADMIN, Installation.PASSWORD).leadsTo("/home"))
                .isTrue();
        return client;
    }

    /** What comes of a deed while a fault is there. */
    <T> T during(String fault, Supplier<T> deed) {
        write(fault);
        try {
            return deed.get();
        } finally {
            delete();
        }
    }

    /** What comes of a deed while the n-th statement fails in a way (see {@link Faults}). */
    <T> T failing(int n, String way, Supplier<T> deed) {
        words++;
        return during(word() + " " + n + (way.isEmpty() ? "" : " " + way), deed);
    }

    /** Whether a statement did fail the last time. */
    boolean fired() {
        Path file = Faults.fired(control);
        try {
            return Files.exists(file) && Files.readString(file).equals(word());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word of its own for each failure. */
    String word() {
        return "w" + words;
    }

    private void write(String text) {
        try {
            Path half = Files.writeString(control.resolveSibling("half"), text);
            Files.move(half, control, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() {
        try {
            Files.delete(control);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
