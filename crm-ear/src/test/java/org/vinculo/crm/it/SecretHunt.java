package org.vinculo.crm.it;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for what opens something, in files and in the archives within them. What it finds it names, and does not repeat. */
final class SecretHunt {

    private static final Map<String, Pattern> OPENERS = Map.of(
            "private key",
                    Pattern.compile(
                            "-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\\\\n|\\s)+[A-Za-z0-9+/=:\\s-]{64}"),
            "key of a cloud", Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b|\\bAIza[0-9A-Za-z_-]{35}\\b"),
            "token of a forge",
                    Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}|\\bgithub_pat_\\w{22,}|\\bglpat-[\\w-]{20}"),
            "token of a service", Pattern.compile("\\bxox[abprs]-[0-9A-Za-z-]{20,}|\\b[sr]k_live_[0-9A-Za-z]{20,}"),
            "signed token", Pattern.compile("\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{20,}"));

    private static final Pattern ADDRESS =
            Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^\\s/:@\"'<>(){}]+:[^\\s/:@\"'<>(){}]+@[\\w.-]+");

    /** What a person, not a template, put behind a word for a password. */
    private static final Pattern PASSWORD = Pattern.compile(
            "(?im)^[^#\\n]*?(?:password|passwd|secret|api[._-]?key|access[._-]?key|token)[\\w.-]*[\"']?(?:\\s*[=:]\\s*|>\\s*|\"? value=)"
                    + "[\"']?(?<value>[^\\s\"'<>${}#,;()]{6,})");

    private static final Pattern KEEPER = Pattern.compile(
            "(?i).*\\.(jks|jceks|p12|pfx|keystore|truststore|kdbx|pem|key|ppk|ovpn|asc)"
                    + "|(?:.*/)?(?:id_(?:rsa|dsa|ecdsa|ed25519)|\\.env(?:\\..*)?|\\.netrc|\\.pgpass|\\.npmrc|credentials)");

    private static final Pattern SETTINGS =
            Pattern.compile("(?i).*\\.(properties|xml|ya?ml|json|conf|cfg|ini|config|toml|sh|cmd|bat|env)|(?:.*/)?run");

    /**
     * Where a password opens nothing that stays: on the servers that tests and benches start for themselves. The texts and the
     * rules of the pages name passwords and tokens without having any, and so does what a library tells of how it was built.
     */
    private static final Pattern OPENS_NOTHING = Pattern.compile(
            "(?:.*/)?src/(?:test|bench)/.*|(?:.*/)?i18n/.*|.*/page-rules\\.properties|.*!META-INF/maven/.*/pom\\.xml");

    private SecretHunt() {}

    /** @param name path of the file; that of something in an archive goes on behind a bang */
    static List<String> in(String name, byte[] content) throws IOException {
        List<String> found = new ArrayList<>();
        look(name, content, found);
        return found;
    }

    private static void look(String name, byte[] content, List<String> found) throws IOException {
        if (KEEPER.matcher(name).matches()) {
            found.add(name + ": keeps keys");
        }
        if (content.length > 4 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4) {
            lookInside(name, content, found);
            return;
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
            try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(content))) {
                look(name.substring(0, name.length() - ".gz".length()), packed.readAllBytes(), found);
            }
            return;
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        OPENERS.forEach((kind, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.add(name + ": " + kind);
            }
        });
        if (OPENS_NOTHING.matcher(name).matches()) {
            return;
        }
        if (ADDRESS.matcher(text).find()) {
            found.add(name + ": address with a password");
        }
        if (SETTINGS.matcher(name).matches()) {
            Matcher password = PASSWORD.matcher(text);
            while (password.find()) {
                found.add(name + ": password in line " + line(text, password.start("value")));
            }
        }
    }

    private static long line(String text, int place) {
        return 1
                + text.substring(0, place)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }

    private static void lookInside(String name, byte[] content, List<String> found) throws IOException {
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (!entry.isDirectory()) {
                    look(name + "!" + entry.getName(), archive.readAllBytes(), found);
                }
            }
        }
    }
}
