package org.vinculo.crm.purchase.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.persistence.Database;
import org.vinculo.crm.persistence.RowsRead;
import org.vinculo.crm.purchase.PurchaseKind;
import org.vinculo.crm.purchase.PurchasesOfDay;
import org.vinculo.crm.purchase.entity.Purchase;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SqlText;

/** The newest purchases of a house that has very many. */
class SharedBasketsTest extends PartyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final int FEW = 200;
    private static final int MANY = 2_000;
    private static final PageRequest THIRD = PageRequest.of(50, 25);

    private SharedBaskets baskets;
    private List<Long> buyers;

    @BeforeEach
    void purchasesOfSomeCustomers() {
        baskets = wire(new SharedBaskets(), customers);
        callAs(north, Scope.ALL);
        String leaving = service.create(person("Lea", "Gone")).ref().publicId();
        buyers = List.of(
                service.create(person("Ana", "Norte")).ref().id(),
                service.create(person("Bruno", "Sul")).ref().id(),
                service.get(leaving).ref().id());
        service.delete(leaving);
        buy(0, FEW);
    }

    private void buy(int from, int to) {
        for (int i = from; i < to; i++) {
            Purchase purchase = new Purchase(buyers.get(i % buyers.size()), null, "EUR", NOW, DAY);
            purchase.correct("D-" + i, "EUR", NOW.minusSeconds(i * 7919L % MANY * 600L), DAY);
            purchase.recorded(DataOrigin.STAFF, NOW, "north");
            em.persist(purchase);
        }
        flushAndClear();
        em.createNativeQuery(
                        "insert into purchase_line (id, version, purchase_id, customer_id, row_key, product, quantity,"
                                + " amount) select p.id, 1, p.id, p.customer_id, p.public_id, case when mod(p.id, 2) = 0 then 'TEA'"
                                + " else 'MILL' end, 1, 10 from purchase p where not exists (select 1 from purchase_line l"
                                + " where l.purchase_id = p.id)")
                .executeUpdate();
    }

    @Test
    void aPageOfVeryManyBasketsLooksAtTheNewestOnly() {
        assertFewRead(many -> baskets.wanted(List.of(), Long.MAX_VALUE, many));
    }

    @Test
    void aPageOfVeryManyBasketsWithAProductLooksAtTheNewestOnly() {
        assertFewRead(many -> baskets.wanted(List.of("TEA"), Long.MAX_VALUE, many));
    }

    @Test
    void aPageOfVeryManyDocumentsOfADayLooksAtTheNewestOnly() {
        PurchasesOfDay ofDay = new PurchasesOfDay(PurchaseKind.SALE, Set.of("EUR"), true, false, DAY, NOW);

        assertFewRead(many -> baskets.wanted(ofDay, many));
    }

    private void assertFewRead(Function<Boolean, SqlText> wanted) {
        long ofFew = RowsRead.of("purchase", database, em, () -> baskets.newest(wanted.apply(true), THIRD));
        buy(FEW, MANY);
        List<Long> inOrder = baskets.newest(wanted.apply(false), THIRD);

        assertThat(inOrder).hasSize(THIRD.size());
        long read = RowsRead.of("purchase", database, em, () -> assertThat(baskets.newest(wanted.apply(true), THIRD))
                .isEqualTo(inOrder));
        if (database == Database.DERBY) {
            assertThat(read).as("of so few, PostgreSQL takes all").isBetween(75L, ofFew + 300);
        }
    }
}
