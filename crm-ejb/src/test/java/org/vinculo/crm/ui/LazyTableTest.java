package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SortBy;

class LazyTableTest {

    private final List<PageRequest> asked = new ArrayList<>();
    private int total = 60;

    private final LazyTable<String> table =
            LazyTable.of(this::page, row -> row).sortable("name", "since").startSort("name", true);

    @Test
    void asksForOnePageInItsOwnOrder() {
        List<String> rows = table.rows(25, 25, Map.of());

        assertThat(rows).hasSize(25).startsWith("row25");
        assertThat(asked).containsExactly(new PageRequest(25, 25, new SortBy("name", true)));
        assertThat(table.getRowCount()).isEqualTo(60);
    }

    @Test
    void sortsOnlyByNamesItWasGiven() {
        assertThat(table.sort(sorted("since"))).isEqualTo(new SortBy("since", false));
        assertThat(table.sort(sorted("passwordHash"))).isEqualTo(new SortBy("name", true));
    }

    @Test
    void aForgedRowKeyFindsNothing() {
        assertThat(table.getRowData("row3")).isNull();

        table.rows(0, 25, Map.of());

        assertThat(table.getRowData("row3")).isEqualTo("row3");
        assertThat(table.getRowData("row59")).isNull();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aPlaceThatIsGoneBecomesTheLastPage() {
        total = 30;

        assertThat(table.fetch(new PageRequest(50, 25, null)).first()).isEqualTo(25);
        assertThat(table.getRowData("row29")).isEqualTo("row29");
    }

    @Test
    void keepsTheWantedPlaceUntilTheCountIsKnown() {
        assertThat(table.count(Map.of())).isEqualTo(Integer.MAX_VALUE);

        table.rows(0, 25, Map.of());

        assertThat(table.count(Map.of())).isEqualTo(60);
    }

    private Page<String> page(PageRequest request) {
        asked.add(request);
        int end = Math.min(total, request.first() + request.size());
        return new Page<>(
                IntStream.range(Math.min(request.first(), end), end)
                        .mapToObj(i -> "row" + i)
                        .toList(),
                total,
                false);
    }

    private static Map<String, SortMeta> sorted(String field) {
        return Map.of(
                "column",
                SortMeta.builder().field(field).order(SortOrder.DESCENDING).build());
    }
}
