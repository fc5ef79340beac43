package org.vinculo.crm.launcher;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * The log file with rotation. The JDK's own file handler leaves a lock file behind when the process is killed and then
 * writes to another file name.
 */
public final class ServerLog extends Handler {
    static final String FILE = "crm.launcher.log";
    private static final long LIMIT = 10L * 1024 * 1024;
    private static final int KEPT = 9;
    private static volatile boolean addressTaken;

    private final Path file = Path.of(System.getProperty(FILE));
    private OutputStream out;
    private long size;

    /** Called by the log manager. */
    public ServerLog() {
        setFormatter(new LogFormat());
    }

    /** Whether the HTTP listener found its address taken: the server only logs that and goes on without a port. */
    static boolean addressTaken() {
        return addressTaken;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        if (entry.getThrown() instanceof BindException) {
            addressTaken = true;
        }
        byte[] bytes = getFormatter().format(entry).getBytes(StandardCharsets.UTF_8);
        try {
            if (out == null) {
                open();
            }
            if (size + bytes.length > LIMIT && size > 0) {
                rotate();
            }
            out.write(bytes);
            out.flush();
            size += bytes.length;
        } catch (IOException e) {
            reportError(null, e, ErrorManager.WRITE_FAILURE);
        }
    }

    private void open() throws IOException {
        size = Files.exists(file) ? Files.size(file) : 0;
        out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    private void rotate() throws IOException {
        out.close();
        for (int number = KEPT - 1; number >= 1; number--) {
            if (Files.exists(numbered(number))) {
                Files.move(numbered(number), numbered(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
        open();
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    @Override
    public synchronized void flush() {
        // Every entry is flushed as it is written.
    }

    @Override
    public synchronized void close() {
        if (out != null) {
            try {
                out.close();
            } catch (IOException e) {
                reportError(null, e, ErrorManager.CLOSE_FAILURE);
            }
            out = null;
        }
    }
}
