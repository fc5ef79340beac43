package org.vinculo.crm.exchange.internal.match;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.internal.value.ColumnContent;
import org.vinculo.crm.exchange.internal.value.NumberReading;

/** The names of the columns, and whether the file has any. */
public final class Header {

    private static final NumberReading POINT = new NumberReading('.');
    private static final NumberReading COMMA = new NumberReading(',');
    private static final int LONGEST_NAME = 60;

    private Header() {}

    /** Whether the first record looks like names rather than like data. */
    static boolean isHeader(FileScan scan, ImportKind kind) {
        List<String> first = scan.firstRow();
        long known =
                first.stream().filter(cell -> ColumnNames.isKnown(cell, kind)).count();
        long data = first.stream().filter(Header::isData).count();
        if (known > 0 || data > 0) {
            return known > data;
        }
        Set<String> distinct = first.stream().map(ColumnNames::words).collect(Collectors.toSet());
        boolean namesLike =
                distinct.size() == first.size() && first.stream().allMatch(cell -> cell.length() <= LONGEST_NAME);
        return namesLike && scan.rows() > 0;
    }

    private static boolean isData(String cell) {
        String value = cell.strip();
        ColumnContent content = new ColumnContent();
        content.add(value);
        return POINT.read(value) != null
                || COMMA.read(value) != null
                || content.emailShare() > 0
                || content.dates().best(true).isPresent();
    }

    /** A name for each column: as in the header, repeated ones numbered, missing ones empty. */
    static List<String> names(List<String> firstRow, int columns) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.max(columns, firstRow.size()); i++) {
            String raw =
                    i < firstRow.size() ? firstRow.get(i).replace("\uFEFF", "").strip() : "";
            String name = raw.length() > 200 ? raw.substring(0, 200) : raw;
            String unique = name;
            for (int n = 2; !name.isEmpty() && !taken.add(unique); n++) {
                unique = name + " (" + n + ")";
            }
            names.add(unique);
        }
        return names;
    }

    /** The same for files of the same origin: kind, number and names of the columns. */
    static String signature(ImportKind kind, boolean header, List<String> names) {
        List<String> own =
                names.stream().filter(name -> !ReportColumns.contains(name)).toList();
        String text = kind + "\n" + header + "\n" + own.size() + "\n"
                + (header ? own.stream().map(ColumnNames::words).collect(Collectors.joining("\n")) : "");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
