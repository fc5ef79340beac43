package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.audit.AccessLog;
import org.vinculo.crm.audit.AccessRow;
import org.vinculo.crm.audit.CustomerSeen;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.NotFound;

/** Whoever opens a customer is written down, whichever way they come, once for each look. */
class WhoLookedTest extends PartyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private AccessLog looks;
    private CustomerService watched;
    private Customers others;
    private String ana;
    private long id;

    @BeforeEach
    void watch() {
        ana = service.create(person("Ana", "Seen")).ref().publicId();
        id = entity(ana).getId();
        looks = wire(new AccessLog(), callers, Settings.of(Map.of()));
        Event<?> seen = (Event<?>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, args) -> {
                    if (method.getName().equals("fire")) {
                        looks.viewed(((CustomerSeen) args[0]).customerId());
                    }
                    return null;
                });
        CustomerAccess door = wire(new CustomerAccess(), callers, seen);
        watched = wire(new CustomerService(), door, rows, writer, tokens, wire(new StaffDirectory()), callers);
        others = wire(new Customers(), door, callers);
        flushAndClear();
    }

    private int times() {
        flushAndClear();
        int times = looks.of(id, DAY).stream().mapToInt(AccessRow::views).sum();
        flushAndClear();
        return times;
    }

    @Test
    void everyWayToACustomerIsALook() {
        watched.get(ana);
        assertThat(times()).as("the customer").isEqualTo(1);
        watched.form(ana);
        assertThat(times()).as("the form").isEqualTo(2);
        others.require(ana, Permission.VALUE_VIEW);
        assertThat(times()).as("a part by its customer").isEqualTo(3);
        others.require(id, Permission.PURCHASE_VIEW);
        assertThat(times()).as("a purchase or conversation").isEqualTo(4);
    }

    @Test
    void aPageWithAllItsPartsIsOneLook() {
        watched.get(ana);
        others.require(ana, Permission.INTERACTION_VIEW);
        others.require(ana, Permission.CONSENT_VIEW);

        assertThat(times()).isEqualTo(1);
        assertThat(looks.of(id, DAY)).hasSize(1);
    }

    @Test
    void whoIsRefusedHasSeenNothingAndCustomersDoNotCount() {
        callAs(south, Scope.TEAM);
        assertThatThrownBy(() -> watched.get(ana)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> others.require(id, Permission.PURCHASE_VIEW)).isInstanceOf(NotFound.class);
        callAsCustomer(id, OrgRole.ADMIN);
        others.own();

        assertThat(times()).isZero();
    }
}
