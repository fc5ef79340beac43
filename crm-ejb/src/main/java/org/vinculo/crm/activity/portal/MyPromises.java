package org.vinculo.crm.activity.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.vinculo.crm.activity.internal.PromiseBook;
import org.vinculo.crm.activity.internal.Who;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** What the customer who is signed in was promised. The notes of the house are not among the answers. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class MyPromises {

    @Inject
    Customers customers;

    @Inject
    PromiseBook book;

    @Inject
    Who who;

    /** Open ones first, the next one due at the top; then what is settled, newest first. */
    public Page<MyPromise> list(PageRequest page) {
        long own = customers.own().id();
        return Page.of(book.views(book.of(own, page.first(), page.size())), page, () -> book.count(own))
                .map(view -> MyPromise.of(view, LocalDate.ofInstant(view.createdAt(), who.zone())));
    }

    /** How many are open. */
    public long open() {
        return book.countOpen(customers.own().id());
    }

    /** How many are open although their day is past. */
    public long overdue() {
        return book.countOverdue(customers.own().id());
    }
}
