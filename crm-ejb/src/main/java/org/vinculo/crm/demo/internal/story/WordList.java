package org.vinculo.crm.demo.internal.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Words and sentences that stories are made of: sections in brackets, lines of values, {@code #} for remarks. */
final class WordList {

    private static final String FOLDER = "/org/vinculo/crm/demo/";

    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new ConcurrentHashMap<>();

    private WordList(List<String> lines) {
        String section = "";
        for (String line : lines) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
                sections.put(section, new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                sections.computeIfAbsent(section, name -> new ArrayList<>()).add(line);
            }
        }
    }

    static WordList read(String file) {
        try (InputStream in =
                Objects.requireNonNull(WordList.class.getResourceAsStream(FOLDER + file + ".txt"), file)) {
            return new WordList(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The lines before the first section, each cut into its columns. */
    List<String[]> rows() {
        return rows("");
    }

    List<String[]> rows(String section) {
        return sections.getOrDefault(section, List.of()).stream()
                .map(line -> line.split("\\|", -1))
                .toList();
    }

    /** The values of a section, separated by commas. */
    List<String> words(String section) {
        return words.computeIfAbsent(section, name -> sections.getOrDefault(name, List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(", ")))
                .toList());
    }
}
