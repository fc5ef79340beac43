package org.vinculo.crm.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.party.SearchHit;
import org.vinculo.crm.party.SearchIndex;
import org.vinculo.crm.party.SearchService;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.RecordQuery;
import org.vinculo.crm.purchase.internal.PurchaseRecords;

/** Purchases are found by their document number, whole or in part, by those who reach the customer. */
class PurchaseSearchTest extends PartyTest {

    private SearchService search;
    private PurchaseRecords records;
    private String publicId;
    private String number;

    @BeforeEach
    void onePurchase() {
        records = wire(new PurchaseRecords(), customers);
        search = wire(new SearchService(), query, rows, callers, wire(new RecordQuery(), access), one(records));
        long customer =
                entity(service.create(person("Ana", "Search")).ref().publicId()).getId();
        flushAndClear();
        long id = next();
        publicId = "purchase" + id;
        number = "INV-" + (700_000_000L + id % 100_000_000L) + "77";
        em.createNativeQuery("insert into purchase (id, version, public_id, customer_id, purchase_key, document_number,"
                        + " purchased_at, purchased_on, kind, cancelled, currency, net_total, line_count, origin,"
                        + " recorded_at, recorded_by) values (?1, 1, ?2, ?3, ?2, ?4, '2026-01-02 03:04:05',"
                        + " '2026-01-02', 'SALE', false, 'BRL', 12.3400, 1, 'STAFF', '2026-01-02 03:04:05', 'x')")
                .setParameter(1, id)
                .setParameter(2, publicId)
                .setParameter(3, customer)
                .setParameter(4, number)
                .executeUpdate();
        SearchIndex.add(em, PurchaseRecords.KIND, records.entries(List.of(id)));
    }

    private long next() {
        return ((Number) em.unwrap(AbstractSession.class).getSequencing().getNextValue(Customer.class)).longValue();
    }

    private List<String> found(String q) {
        return search.quick(q).stream()
                .filter(group -> group.kind().equals(PurchaseRecords.KIND))
                .flatMap(group -> group.hits().stream())
                .map(SearchHit::publicId)
                .toList();
    }

    @Test
    void aPartOfTheNumberFindsItWhereverItStands() {
        String digits = number.substring(4);
        for (String q : List.of(number, digits, digits.substring(3), digits.substring(2, 9), digits.substring(1, 8))) {
            assertThat(found(q)).as(q).contains(publicId);
        }
        assertThat(found("9" + digits)).doesNotContain(publicId);
    }

    @Test
    void whoDoesNotReachTheCustomerFindsNothing() {
        callAs(south, Scope.TEAM);
        assertThat(found(number)).isEmpty();
        callAs(north, Scope.TEAM);
        assertThat(found(number)).containsExactly(publicId);
    }
}
