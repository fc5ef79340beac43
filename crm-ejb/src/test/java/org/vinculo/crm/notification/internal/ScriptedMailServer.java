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
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that says what a test wants at one point of the conversation. */
final class ScriptedMailServer implements AutoCloseable {

    private static final Map<String, String> USUAL = Map.of(
            "HELLO", "220 ready",
            "EHLO", "250 scripted",
            "AUTH", "235 welcome",
            "MAIL", "250 ok",
            "RCPT", "250 ok",
            "DATA", "354 go on",
            ".", "250 taken",
            "RSET", "250 ok",
            "QUIT", "221 bye");

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /**
     * @param when the word at which it misbehaves: HELLO before anything is said, a command, or {@code .} for the end of
     *     the message
     * @param answer what it says then; empty to hang up without a word
     */
    ScriptedMailServer(String when, String answer) {
        this(Map.of(when, answer));
    }

    ScriptedMailServer(Map<String, String> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What it was told, apart from the messages. */
    List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException over) {
                continue;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        boolean text = false;
        String word = "HELLO";
        while (word != null) {
            if (answers.containsKey(word)) {
                if (answers.get(word).isEmpty()) {
                    return;
                }
                say(client, answers.get(word));
                text = false;
            } else if (!text || word.equals(".")) {
                say(client, USUAL.getOrDefault(word, "500 what"));
                text = word.equals("DATA");
            }
            String line = in.readLine();
            if (line != null && !text) {
                heard.add(line);
            }
            word = line == null ? null : text ? line : line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        }
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
