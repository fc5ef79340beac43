package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.StaffDirectory;

/** A list that is read to its end gives everybody once. */
class CustomerExportTest extends PartyTest {

    private static final String NAME = "Zenaide Xylander";

    private CustomerExport export;

    @BeforeEach
    void wireExport() {
        export = wire(new CustomerExport(), query, access, custom, wire(new StaffDirectory()));
    }

    @Test
    void customersOfTheSameNameComeOnceEach() {
        List<Long> known = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            known.add(service.create(person("Zenaide", "Xylander")).ref().id());
            em.flush();
        }

        for (int size : List.of(1, 2, 3, 10)) {
            List<Long> read = new ArrayList<>();
            String cursor = null;
            do {
                CustomerExport.Slice slice = export.read(CustomerList.search(NAME), cursor, size);
                slice.customers().forEach(each -> read.add(each.id()));
                cursor = slice.next();
            } while (cursor != null && read.size() < 50);

            assertThat(read).as("by " + size).containsExactlyElementsOf(known);
        }
    }
}
