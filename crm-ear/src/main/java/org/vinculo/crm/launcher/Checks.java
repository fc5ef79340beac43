package org.vinculo.crm.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What can be found out before a server is needed. */
final class Checks {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(100);

    private Checks() {}

    /** A server that was just killed may need a moment to let go of its port. */
    static void portIsFree(InetAddress address, int port) throws StartFailure {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(address, port));
                return;
            } catch (BindException e) {
                if (!inUse(e)) {
                    throw new StartFailure(
                            "cannot listen on " + Configuration.literal(address) + " port " + port + ": "
                                    + e.getMessage() + ".",
                            e);
                }
                if (System.nanoTime() > end) {
                    throw new StartFailure("port " + port + " is in use by another program.", e);
                }
            } catch (IOException e) {
                throw new StartFailure("cannot listen on port " + port + ": " + e.getMessage() + ".", e);
            }
            pause();
        }
    }

    private static boolean inUse(BindException failure) {
        return String.valueOf(failure.getMessage()).contains("in use");
    }

    /** A file with passwords that others can read is refused, as by ssh, unless the folder around it keeps them out. */
    static void settingsFile(Configuration configuration, DataFolder folder) throws StartFailure {
        Path file = configuration.settingsFile();
        try {
            if (configuration.holdsSecrets() && folder.isOpen() && DataFolder.readableByOthers(file)) {
                throw new StartFailure("the settings " + file
                        + " hold a password and are open to other users; run chmod 600 on them first.");
            }
        } catch (IOException e) {
            throw new StartFailure("the settings " + file + " cannot be checked: " + e.getMessage(), e);
        }
    }

    static void provisionFile(Path file) throws StartFailure {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StartFailure("the provision file " + file + " cannot be read.");
        }
        try {
            if (DataFolder.readableByOthers(file)) {
                throw new StartFailure(
                        "the provision file " + file + " is open to other users; run chmod 600 on it first.");
            }
        } catch (IOException e) {
            throw new StartFailure("the provision file " + file + " cannot be checked: " + e.getMessage(), e);
        }
    }

    private static void pause() throws StartFailure {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted.", e);
        }
    }
}
