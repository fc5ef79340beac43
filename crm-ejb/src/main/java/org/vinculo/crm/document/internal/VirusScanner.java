package org.vinculo.crm.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;

/**
 * Shows each file to a virus scanner before it is kept, where one is set: the clamd protocol over TCP, which ClamAV and others
 * speak. While the scanner does not answer no file is taken.
 */
@ApplicationScoped
public class VirusScanner {

    private static final Logger LOG = Logger.getLogger(VirusScanner.class.getName());
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1000;
    private static final int TIMEOUT_MILLIS = 20_000;

    @Inject
    Settings settings;

    /** @throws InvalidInput when it is infected, or nobody can say */
    public void check(Path file) {
        String address = settings.get(Setting.FILE_SCANNER);
        if (address.isEmpty()) {
            return;
        }
        String answer;
        try {
            answer = ask(address, file);
        } catch (IOException | IllegalArgumentException unreachable) {
            LOG.log(Level.WARNING, "the virus scanner does not answer: {0}", unreachable.getMessage());
            throw InvalidInput.field("file", "document.error.scannerAway");
        }
        if (answer.endsWith("FOUND")) {
            LOG.log(Level.WARNING, "a file was refused by the virus scanner: {0}", answer);
            throw InvalidInput.field("file", "document.error.infected");
        }
        if (!answer.endsWith("OK")) {
            LOG.log(Level.WARNING, "the virus scanner could not look at a file: {0}", answer);
            throw InvalidInput.field("file", "document.error.scannerAway");
        }
    }

    private static String ask(String address, Path file) throws IOException {
        int colon = address.lastIndexOf(':');
        String host = colon < 0 ? address : address.substring(0, colon);
        int port = colon < 0 ? 3310 : Integer.parseInt(address.substring(colon + 1));
        try (Socket socket = new Socket();
                InputStream content = Files.newInputStream(file)) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read > 0; read = content.read(chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
            out.writeInt(0);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8)
                    .replaceAll("[\\p{Cntrl}]", " ")
                    .strip();
        }
    }
}
