package org.vinculo.crm.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.activity.portal.MyPromise;
import org.vinculo.crm.activity.portal.MyPromises;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.PageRequest;

/** What a customer sees of promises: their own, without the house's notes. */
class MyPromisesTest extends ActivityTest {

    private static final PageRequest ALL = PageRequest.of(0, 100);

    @Test
    void customerSeesOwnPromisesOnly() {
        MyPromises mine = wire(new MyPromises(), customers, promiseBook, who);
        PromiseForm form = promise("Send a sample", TODAY.plusDays(2));
        form.setNote("He always asks for more");
        promises.make(id(ana), form);
        callAs(south, Scope.OWN);
        promises.make(id(bruno), promise("Send the price list", TODAY));
        em.flush();
        callAsCustomer(ana.ref().id(), OrgRole.ADMIN);

        assertThat(mine.list(ALL).items()).extracting(MyPromise::what).containsExactly("Send a sample");
        assertThat(mine.list(ALL).total()).isEqualTo(1);
        assertThat(mine.open()).isEqualTo(1);
        assertThat(mine.overdue()).isZero();
        callAsCustomer(bruno.ref().id(), OrgRole.ADMIN);
        assertThat(mine.list(ALL).items()).extracting(MyPromise::what).containsExactly("Send the price list");
        callers.bind(Caller.ANONYMOUS);
        assertThatThrownBy(() -> mine.list(ALL)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void nothingInternalIsInTheAnswer() {
        assertThat(MyPromise.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .doesNotContain("note", "source", "sourceId", "createdBy", "settledBy", "customerId");
    }
}
