package org.vinculo.crm.it.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Says to a server exactly these bytes: what HTTP clients refuse to send. */
final class Wire {

    private static final int PATIENCE = 30_000;
    private static final int QUIET = 2_000;

    private Wire() {}

    /** The whole answer, headers and body; the connection is closed after it. */
    static String say(URI server, String... lines) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            read(socket, answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To the end, or until nothing more comes: a server may wait for a body that was announced. */
    private static void read(Socket socket, ByteArrayOutputStream answer) throws IOException {
        byte[] piece = new byte[65_536];
        try {
            for (int length = socket.getInputStream().read(piece); length >= 0; ) {
                answer.write(piece, 0, length);
                socket.setSoTimeout(QUIET);
                length = socket.getInputStream().read(piece);
            }
        } catch (SocketTimeoutException quiet) {
            if (answer.size() == 0) {
                throw quiet;
            }
        }
    }

    static String get(URI server, String path) {
        return say(server, "GET " + path + " HTTP/1.1", "Host: localhost");
    }

    static int status(String answer) {
        return answer.length() < 12 ? 0 : Integer.parseInt(answer.substring(9, 12));
    }

    static String header(String answer, String name) {
        return answer.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }
}
