package org.vinculo.crm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reads the sources or takes the delivery apart finds nothing that opens anything. */
class NoSecretsIT {

    /** Made by others and delivered as they made it. */
    private static final List<String> OF_OTHERS = List.of("payara/", "drivers/");

    @Test
    void noFileOfTheRepositoryOpensAnything() throws Exception {
        List<String> files = tracked();
        List<String> found = new ArrayList<>();
        for (String file : files) {
            Path path = Repository.ROOT.resolve(file);
            if (Files.isRegularFile(path)) {
                found.addAll(SecretHunt.in(file, Files.readAllBytes(path)));
            }
        }

        assertThat(files).hasSizeGreaterThan(1000);
        assertThat(found).isEmpty();
    }

    @Test
    void noPartOfTheDeliveryOpensAnything() throws Exception {
        Path delivery = Path.of(System.getProperty("crm.server.directory", "target/crm-server"));
        List<String> looked = new ArrayList<>();
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(delivery)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = delivery.relativize(file).toString().replace('\\', '/');
                if (OF_OTHERS.stream().noneMatch(name::startsWith)) {
                    looked.add(name);
                    found.addAll(SecretHunt.in(name, Files.readAllBytes(file)));
                }
            }
        }

        assertThat(looked).contains("crm.ear", "crm-server.jar");
        assertThat(found).isEmpty();
    }

    /** Put together here, so that this file has none. */
    static Stream<String> planted() {
        String key = Base64.getMimeEncoder().encodeToString(new byte[200]);
        return Stream.of(
                "-----BEGIN " + "PRIVATE KEY-----\n" + key,
                "x = \"-----BEGIN RSA " + "PRIVATE KEY-----\\n" + key,
                "aws: AKIA" + "ABCDEFGHIJKLMNOP",
                "ghp_" + "a".repeat(36),
                "sk_" + "live_" + "b".repeat(24),
                "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0NTY3.c2lnbmF0dXJlc2lnbmF0dXJl",
                "url=jdbc:postgresql://crm:" + "geheim@db.example/crm",
                "crm.db." + "password=geheim-2026",
                "\"api_key\": \"" + "1234567890abcdef\"",
                "<password" + ">geheim2026</password>");
    }

    @ParameterizedTest
    @MethodSource("planted")
    void whatIsPlantedIsFoundHoweverDeepItLies(String secret) throws Exception {
        byte[] planted = secret.getBytes(StandardCharsets.UTF_8);
        byte[] war = zip("WEB-INF/classes/app.properties", planted);

        assertThat(SecretHunt.in("conf/app.properties", planted)).hasSize(1);
        assertThat(SecretHunt.in("crm.ear", zip("lib/part.jar", war))).hasSize(1);
        assertThat(SecretHunt.in("dump.xml.gz", gzip(planted))).hasSize(1);
    }

    @Test
    void whatKeepsKeysIsFoundByItsName() throws Exception {
        for (String name :
                List.of("server.p12", "conf/crm.jks", "tls/site.key", "site.pem", "home/.ssh/id_ed25519", ".env")) {
            assertThat(SecretHunt.in(name, new byte[3])).as(name).hasSize(1);
        }
    }

    private static List<String> tracked() throws Exception {
        Process git = new ProcessBuilder("git", "ls-files", "-z")
                .directory(Repository.ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        return List.of(names.split("\0"));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(out)) {
            archive.putNextEntry(new ZipEntry(name));
            archive.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(content);
        }
        return out.toByteArray();
    }
}
