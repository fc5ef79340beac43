package org.vinculo.crm.it.fault;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps every mail it got whole, and does not always say so. */
final class MoodyMailServer implements AutoCloseable {

    private static final String MESSAGE_ID = "message-id:";

    /** A mail that came to its end, whether the sender learned of it or not. */
    record Taken(String to, String messageId) {}

    private final ServerSocket socket;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Set<String> silentOnce = ConcurrentHashMap.newKeySet();
    private final Set<String> goneOnce = ConcurrentHashMap.newKeySet();

    MoodyMailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::serve);
    }

    /** Says nothing after the first mail to an address, and keeps the line open. */
    void fallsSilentAfter(String address) {
        silentOnce.add(address);
    }

    /** Hangs up after the first mail to an address. */
    void hangsUpAfter(String address) {
        goneOnce.add(address);
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "moody mail server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                start(() -> talk(client));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 ready");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (word.equals("RCPT")) {
                    to = line.replaceAll(".*<(.*)>.*", "$1");
                }
                if (word.equals("DATA")) {
                    say(client, "354 go on");
                    if (!isAnswered(in, to)) {
                        return;
                    }
                }
                say(client, word.equals("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException cut) {
            // whoever sends was killed
            return;
        }
    }

    /** Takes a mail; false when the line is to be closed without a word. */
    private boolean isAnswered(BufferedReader in, String to) throws IOException {
        String id = null;
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            if (id == null && line.toLowerCase(Locale.ROOT).startsWith(MESSAGE_ID)) {
                id = line.substring(MESSAGE_ID.length()).strip();
            }
            line = in.readLine();
        }
        if (line == null) {
            return false;
        }
        taken.add(new Taken(to, id));
        if (silentOnce.remove(to)) {
            // returns when the sender has lost patience
            return in.readLine() != null;
        }
        return !goneOnce.remove(to);
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
