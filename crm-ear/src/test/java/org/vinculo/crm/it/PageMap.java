package org.vinculo.crm.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All pages of both applications with their rules, read from where the applications read them. */
public record PageMap(List<Entry> pages) {

    private static final Pattern PARAMETER = Pattern.compile("<f:viewParam\\b[^>]*\\bname=\"([^\"]+)\"");

    /**
     * One page.
     *
     * @param path as people type it, without ending
     * @param roles of which one is needed, or {@code public}
     * @param parameters what its address may carry
     */
    public record Entry(Door door, String path, Set<String> roles, Set<String> parameters) {

        public boolean isPublic() {
            return roles.contains("public");
        }

        @Override
        public String toString() {
            return door + " " + path;
        }
    }

    public static PageMap read() {
        List<Entry> pages = new ArrayList<>();
        for (Door door : Door.values()) {
            Properties rules = new Properties();
            try (var reader = Files.newBufferedReader(door.webapp().resolve("WEB-INF/page-rules.properties"))) {
                rules.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            rules.stringPropertyNames().stream().sorted().forEach(page -> pages.add(entry(door, page, rules)));
        }
        return new PageMap(List.copyOf(pages));
    }

    private static Entry entry(Door door, String page, Properties rules) {
        return new Entry(
                door,
                page.substring(1).replace(".xhtml", ""),
                new TreeSet<>(Arrays.asList(rules.getProperty(page).strip().split("\\s*,\\s*"))),
                parameters(door.webapp().resolve(page.substring(1))));
    }

    private static Set<String> parameters(Path facelet) {
        try {
            Matcher parameter = PARAMETER.matcher(Files.readString(facelet));
            Set<String> names = new TreeSet<>();
            while (parameter.find()) {
                names.add(parameter.group(1));
            }
            return names;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
