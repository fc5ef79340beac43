package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.shared.InvalidInput;

class TimelineCursorTest {

    @Property(tries = 200)
    void pagesGiveEveryEntryOnceAndInOrder(
            @ForAll("stories") List<TimelineEntry> story, @ForAll @IntRange(min = 1, max = 7) int size) {
        List<TimelineEntry> whole = story.stream().sorted(TimelineCursor.ORDER).toList();

        assertThat(readInPages(story, size)).isEqualTo(whole);
    }

    @Test
    void foreignCursorIsRefused() {
        assertThatThrownBy(() -> TimelineCursor.decode("bm9uc2Vuc2U")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TimelineCursor.decode("%%%")).isInstanceOf(InvalidInput.class);
    }

    private static List<TimelineEntry> readInPages(List<TimelineEntry> story, int size) {
        List<TimelineEntry> read = new ArrayList<>();
        TimelineCursor cursor = TimelineCursor.START;
        while (true) {
            List<TimelineEntry> page = page(story, TimelineCursor.decode(cursor.encode()), size);
            read.addAll(page);
            if (page.size() < size) {
                return read;
            }
            cursor = TimelineCursor.after(page.get(page.size() - 1));
        }
    }

    private static List<TimelineEntry> page(List<TimelineEntry> story, TimelineCursor before, int size) {
        return story.stream()
                .filter(entry -> entry.at().isBefore(before.at())
                        || entry.at().equals(before.at()) && entry.id() < before.idBelow(entry.source()))
                .sorted(TimelineCursor.ORDER)
                .limit(size)
                .toList();
    }

    @Provide
    Arbitrary<List<TimelineEntry>> stories() {
        Arbitrary<TimelineEntry> entry = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("change", "interaction", "purchase"),
                        Arbitraries.longs().between(1, 40))
                .as((second, source, id) -> new TimelineEntry(
                        Instant.ofEpochSecond(second),
                        source,
                        id,
                        null,
                        source,
                        "edit",
                        Tone.NEUTRAL,
                        Phrase.value("x"),
                        List.of(),
                        null,
                        null,
                        null));
        return entry.list().ofMaxSize(40).uniqueElements(each -> each.source() + each.id());
    }
}
