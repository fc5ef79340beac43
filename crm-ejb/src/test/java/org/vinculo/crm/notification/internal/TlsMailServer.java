package org.vinculo.crm.notification.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that encrypts with a certificate of the test's choice, and remembers what it heard on which side. */
final class TlsMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final SSLContext identity;
    private final boolean atOnce;
    private final List<String> inClear = new CopyOnWriteArrayList<>();
    private final List<String> encrypted = new CopyOnWriteArrayList<>();

    /** @param atOnce whether the very first byte is encrypted, or only what comes after STARTTLS */
    TlsMailServer(SSLContext identity, boolean atOnce) {
        this.identity = identity;
        this.atOnce = atOnce;
        try {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "encrypting mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> inClear() {
        return inClear;
    }

    List<String> encrypted() {
        return encrypted;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                if (atOnce) {
                    talk(secured(client), encrypted, "220 ready");
                } else {
                    talk(client, inClear, "220 ready");
                }
            } catch (IOException over) {
                continue;
            }
        }
    }

    private SSLSocket secured(Socket client) throws IOException {
        SSLSocket secured =
                (SSLSocket) identity.getSocketFactory().createSocket(client, "127.0.0.1", client.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private void talk(Socket client, List<String> heard, String greeting) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        boolean text = false;
        if (greeting != null) {
            say(client, greeting);
        }
        String line = in.readLine();
        while (line != null) {
            heard.add(line);
            String word = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            if (text && !line.equals(".")) {
                line = in.readLine();
                continue;
            }
            text = word.equals("DATA");
            say(client, answer(word));
            if (word.equals("STARTTLS")) {
                talk(secured(client), encrypted, null);
                return;
            }
            line = in.readLine();
        }
    }

    private static String answer(String word) {
        return switch (word) {
            case "EHLO" -> "250-secured\r\n250-STARTTLS\r\n250 AUTH PLAIN";
            case "STARTTLS" -> "220 go on";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
