package org.vinculo.crm.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A fresh installation with an administrator and a token, without anybody at the keyboard. */
public final class Installation {

    public static final String ADMIN = "joana@serra.example";
    public static final String PASSWORD = "trombone sails nine lakes";
    public static final String TOKEN = "a-token-of-a-test-installation-0123456789";

    private Installation() {}

    /** What a first start needs, its data in a folder of the given one. */
    public static ServerUnderTest.Plan plan(Path folder) {
        try {
            Path file = Files.writeString(
                    folder.resolve("provision.properties"),
                    "admin.email=" + ADMIN + "\nadmin.password=" + PASSWORD + "\napi.token=" + TOKEN + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return ServerUnderTest.prepare().data(folder.resolve("data")).arguments("--provision", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
