package org.vinculo.crm.party;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import org.vinculo.crm.shared.InvalidInput;

/**
 * Where a page of the timeline ended. Newest first; at the same instant by source, then the higher id first, so every
 * page costs the same however long the history.
 */
public record TimelineCursor(Instant at, String source, long id) implements Serializable {

    static final Comparator<TimelineEntry> ORDER = Comparator.comparing(TimelineEntry::at)
            .reversed()
            .thenComparing(TimelineEntry::source)
            .thenComparing(Comparator.comparingLong(TimelineEntry::id).reversed());

    /** Before everything: the cursor of the first page. */
    public static final TimelineCursor START = new TimelineCursor(Instant.parse("9999-01-01T00:00:00Z"), "", 0);

    public static TimelineCursor after(TimelineEntry last) {
        return new TimelineCursor(last.at(), last.source(), last.id());
    }

    /**
     * With this bound every source asks the same: {@code at < :at or (at = :at and id < :below)}, ordered by {@code at
     * desc, id desc}.
     */
    public long idBelow(String ofSource) {
        int order = ofSource.compareTo(source);
        if (order == 0) {
            return id;
        }
        return order > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    public String encode() {
        String plain = at + "|" + source + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws InvalidInput for anything that {@link #encode} did not make */
    public static TimelineCursor decode(String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split("\\|", 3);
            return new TimelineCursor(Instant.parse(parts[0]), parts[1], Long.parseLong(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException malformed) {
            throw InvalidInput.field("cursor", "invalid");
        }
    }
}
