package org.vinculo.crm.backoffice.api.support;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.vinculo.crm.shared.InvalidInput;

/** Where the next page of a list begins, as one opaque word. */
public final class Cursors {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    private static final String SEPARATOR = "\n";

    private Cursors() {}

    public static String encode(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(text.isEmpty() ? "" : SEPARATOR).append(part);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The parts of a cursor; empty for none.
     *
     * @throws InvalidInput when it is not a cursor of ours with so many parts
     */
    public static List<String> decode(String cursor, int parts) {
        if (cursor == null || cursor.isBlank()) {
            return List.of();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> found = List.of(text.split(SEPARATOR, -1));
            if (found.size() == parts) {
                return found;
            }
        } catch (IllegalArgumentException notOurs) {
            throw InvalidInput.field("cursor", "invalid");
        }
        throw InvalidInput.field("cursor", "invalid");
    }

    /** The number of rows to give: 50 unless asked otherwise, 500 at most. */
    public static int limit(Integer wanted) {
        if (wanted == null) {
            return DEFAULT_LIMIT;
        }
        if (wanted < 1) {
            throw InvalidInput.field("limit", "tooSmall", 1);
        }
        return Math.min(MAX_LIMIT, wanted);
    }
}
