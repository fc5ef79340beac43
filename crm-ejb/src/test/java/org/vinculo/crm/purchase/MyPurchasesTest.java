package org.vinculo.crm.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.purchase.internal.PurchaseBatch;
import org.vinculo.crm.purchase.internal.PurchaseStore;
import org.vinculo.crm.purchase.internal.PurchaseSums;
import org.vinculo.crm.purchase.portal.MyPurchase;
import org.vinculo.crm.purchase.portal.MyPurchaseDetails;
import org.vinculo.crm.purchase.portal.MyPurchases;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

class MyPurchasesTest extends DatabaseTest {

    private static final PageRequest ALL = PageRequest.of(0, 100);
    private static final Instant DAY = LocalDate.of(2024, 3, 7).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final CurrentCaller callers = new CurrentCaller();
    private MyPurchases mine;
    private PurchaseStore store;
    private Customer ana;
    private Customer bruno;

    @BeforeEach
    void twoCustomersWithOnePurchaseEach() {
        CustomerAccess access = wire(new CustomerAccess(), callers);
        store = wire(new PurchaseStore());
        mine = wire(new MyPurchases(), store, wire(new Customers(), access, callers), callers);
        ana = customer("Ana");
        bruno = customer("Bruno");
        buy(ana, "F1", "10.00");
        buy(bruno, "F2", "99.00");
        flushAndClear();
        actAs(ana.getId());
    }

    @AfterEach
    void unbind() {
        callers.bind(null);
    }

    @Test
    void customerSeesOwnPurchasesOnly() {
        assertThat(mine.list(ALL).items())
                .extracting(MyPurchase::documentNumber)
                .containsExactly("F1");
        assertThat(mine.list(ALL).total()).isEqualTo(1);
        assertThat(mine.figures().count()).isEqualTo(1);
        assertThat(mine.figures().totals().get(0).amount()).isEqualByComparingTo("10");
        MyPurchaseDetails details = mine.get(mine.list(ALL).items().get(0).publicId());
        assertThat(details.lines()).hasSize(1);
    }

    @Test
    void purchaseOfAnotherCustomerDoesNotExist() {
        String ofBruno = store.page(bruno.getId(), ALL).items().get(0).publicId();

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> mine.get(ofBruno)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> mine.get("' or '1'='1")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> mine.get(null)).isInstanceOf(NotFound.class);
        });
    }

    @Test
    void pageAskedForCannotSortByAnythingNamed() {
        assertThat(mine.list(new PageRequest(0, 100, new org.vinculo.crm.shared.SortBy("costTotal", false)))
                        .items())
                .hasSize(1);
    }

    @Test
    void whatItCostTheCompanyIsNotShown() {
        assertThat(MyPurchase.class.getRecordComponents())
                .extracting(java.lang.reflect.RecordComponent::getName)
                .doesNotContain("cost", "costTotal", "margin");
        assertThat(MyPurchaseDetails.Line.class.getRecordComponents())
                .extracting(java.lang.reflect.RecordComponent::getName)
                .doesNotContain("cost", "costTotal", "margin");
    }

    @Test
    void whoIsNoCustomerSeesNothing() {
        callers.bind(Caller.ANONYMOUS);
        assertThatThrownBy(() -> mine.list(ALL)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(mine::figures).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> mine.get("x")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void purchasesOfADeletedCustomerAreGone() {
        em.find(Customer.class, ana.getId()).delete(NOW, "test");
        flushAndClear();

        assertThatThrownBy(() -> mine.list(ALL)).isInstanceOf(NotFound.class);
    }

    private Customer customer(String name) {
        Customer customer = new Customer(CustomerKind.PERSON, CustomerStage.CUSTOMER, NOW, "test");
        customer.namePerson(name, null);
        customer.changed(NOW);
        em.persist(customer);
        em.flush();
        return customer;
    }

    private void buy(Customer customer, String number, String amount) {
        LineIdentity identity = LineIdentity.ofDocument("c" + customer.getId(), number, "A");
        ImportedLine line = new ImportedLine(
                customer.getId(),
                identity.key(1),
                number,
                DAY,
                LocalDate.of(2024, 3, 7),
                "EUR",
                "shop",
                false,
                "A",
                null,
                BigDecimal.ONE,
                null,
                null,
                new BigDecimal(amount),
                new BigDecimal("1.00"));
        wire(new PurchaseImport(), wire(new PurchaseBatch()), wire(new PurchaseSums()))
                .write(List.of(line), new PurchaseImport.Source(DataOrigin.IMPORT, "import", true, false));
    }

    private void actAs(long customerId) {
        callers.bind(new Caller(
                Caller.Kind.CUSTOMER,
                4711L,
                "Ana",
                customerId,
                null,
                Map.of(),
                OrgRole.ADMIN,
                "127.0.0.1",
                null,
                "test",
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }
}
