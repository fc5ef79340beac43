package org.vinculo.crm.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The console of the process, whatever System.out was redirected to. */
final class Terminal {
    private final PrintStream out = stream(FileDescriptor.out);
    private final PrintStream err = stream(FileDescriptor.err);

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    void say(String line) {
        out.println(line);
    }

    void fail(String reason) {
        err.println("CRM cannot start: " + oneLine(reason));
    }

    void fail(String command, String reason) {
        err.println("CRM " + command + ": " + oneLine(reason));
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
