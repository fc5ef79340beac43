package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerBulk.Before;
import org.vinculo.crm.persistence.StatementCounter;
import org.vinculo.crm.shared.InvalidInput;

/** Several customers of a list at once. */
class CustomerBulkTest extends PartyTest {

    private CustomerBulk bulk;
    private String one;
    private String two;

    @BeforeEach
    void customersOfTheNorth() {
        bulk = wire(
                new CustomerBulk(),
                access,
                service,
                wire(new org.vinculo.crm.party.internal.CustomerWriter(), callers));
        one = of(north.getPublicId());
        two = of(north.getPublicId());
        flushAndClear();
    }

    @Test
    void customersChangeHandsTogetherAndBack() {
        List<Before> before = bulk.assign(List.of(one, two), south.getPublicId());
        flushAndClear();

        assertThat(before).extracting(Before::publicId).containsExactlyInAnyOrder(one, two);
        assertThat(entity(one).getOwnerId()).isEqualTo(south.getId());
        assertThat(entity(one).getTeamId()).isEqualTo(south.getTeam().getId());
        bulk.putBack(before);
        flushAndClear();
        assertThat(entity(one).getOwnerId()).isEqualTo(north.getId());
        assertThat(entity(two).getTeamId()).isEqualTo(northTeam.getId());
    }

    @Test
    void whoHasThemAlreadyIsNotToldThatTheyChanged() {
        assertThat(bulk.assign(List.of(one), north.getPublicId())).isEmpty();
        assertThat(bulk.assign(List.of(one), null)).hasSize(1);
        assertThat(entity(one).getOwnerId()).isNull();
    }

    @Test
    void customersAreDeletedTogetherAndRestored() {
        assertThat(bulk.delete(List.of(one, two))).containsExactlyInAnyOrder(one, two);
        assertThat(bulk.delete(List.of(one, two))).isEmpty();

        bulk.restore(List.of(one, two));

        assertThat(entity(one).isDeleted()).isFalse();
        assertThat(entity(two).isDeleted()).isFalse();
    }

    @Test
    void whatIsOutOfReachIsLeftAsItIs() {
        callAs(south, Scope.TEAM);

        assertThat(bulk.assign(List.of(one, two, "AAAAAAAAAAAAAAAAAAAAAA", "'"), south.getPublicId()))
                .isEmpty();
        assertThat(bulk.delete(List.of(one, two))).isEmpty();
        bulk.putBack(List.of(new Before(one, south.getId(), null)));

        assertThat(entity(one).getOwnerId()).isEqualTo(north.getId());
        assertThat(entity(one).isDeleted()).isFalse();
    }

    @Test
    void nobodyGivesToWhomTheyCannotReach() {
        callAs(north, Scope.TEAM);

        assertThatThrownBy(() -> bulk.assign(List.of(one), south.getPublicId())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void moreThanAPageIsRefusedAndManyCostAsMuchToFindAsOne() {
        assertThatThrownBy(() -> bulk.delete(Collections.nCopies(101, one))).isInstanceOf(InvalidInput.class);

        StatementCounter.reset();
        access.loadAll(List.of(one, two), org.vinculo.crm.identity.Permission.CUSTOMER_VIEW);

        assertThat(StatementCounter.count()).isEqualTo(1);
    }

    @Test
    void theNextOfAListIsTheNextInItsOrder() {
        CustomerList mine =
                new CustomerList(null, null, null, null, CustomerList.Ownership.ME, null, null, null, null, false);

        List<CustomerRef> all = service.refs(mine, org.vinculo.crm.shared.PageRequest.of(0, 3));
        List<CustomerRef> second = service.refs(mine, org.vinculo.crm.shared.PageRequest.of(1, 1));

        assertThat(all).extracting(CustomerRef::publicId).containsExactlyInAnyOrder(one, two);
        assertThat(second).containsExactly(all.get(1));
    }

    private String of(String owner) {
        CustomerForm form = person("Bulk", "Customer " + System.nanoTime());
        form.setOwner(owner);
        return service.create(form).ref().publicId();
    }
}
