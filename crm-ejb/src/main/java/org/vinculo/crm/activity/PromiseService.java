package org.vinculo.crm.activity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.activity.entity.Promise;
import org.vinculo.crm.activity.internal.PromiseBook;
import org.vinculo.crm.activity.internal.PromiseQuery;
import org.vinculo.crm.activity.internal.Who;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** What customers were promised, and what became of it. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.ACTIVITY_VIEW)
public class PromiseService {

    @Inject
    Customers customers;

    @Inject
    CurrentCaller caller;

    @Inject
    PromiseBook book;

    @Inject
    PromiseQuery query;

    @Inject
    StaffDirectory staff;

    @Inject
    Who who;

    /** Open ones first, the longest due first. */
    public Page<PromiseView> list(PromiseList wanted, PageRequest page) {
        return query.page(wanted, page);
    }

    /** Of one customer: open ones first. */
    public Page<PromiseView> ofCustomer(String customerPublicId, PageRequest page) {
        long customer =
                customers.require(customerPublicId, Permission.ACTIVITY_VIEW).id();
        return Page.of(book.views(book.of(customer, page.first(), page.size())), page, () -> book.count(customer));
    }

    /** @throws NotFound when there is none or it is out of reach */
    public PromiseView get(String publicId) {
        return view(require(publicId, Permission.ACTIVITY_VIEW));
    }

    /**
     * How promises were kept that fell due in a time, per team and person, of those the caller reaches.
     *
     * @throws InvalidInput when the time ends before it begins
     */
    public KeptRates keptRates(LocalDate from, LocalDate to) {
        if (from == null || to == null || to.isBefore(from)) {
            throw InvalidInput.field("to", "dateOrder");
        }
        return query.rates(from, to);
    }

    /** Everybody who can be given a promise to keep, by name. */
    public List<StaffRef> people() {
        return staff.active();
    }

    /**
     * Promises something to a customer; the call for whoever captures promises elsewhere, for example in a conversation.
     *
     * @throws InvalidInput with every field that is wrong
     */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public PromiseView make(String customerPublicId, PromiseForm form) {
        CustomerRef customer = customers.require(customerPublicId, Permission.ACTIVITY_EDIT);
        return view(book.make(customer, form));
    }

    /** @throws ConcurrentChange when it was changed or settled meanwhile */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public PromiseView change(PromiseForm form) {
        Promise promise = require(form.getPublicId(), Permission.ACTIVITY_EDIT);
        book.change(promise, form);
        return view(promise);
    }

    /**
     * It was fulfilled.
     *
     * @param on day on which it was, null for today
     */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public PromiseView keep(String publicId, LocalDate on) {
        Promise promise = require(publicId, Permission.ACTIVITY_EDIT);
        book.keep(promise, on);
        return view(promise);
    }

    /** It is taken back; the customer reads why. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public PromiseView withdraw(String publicId, String reason) {
        Promise promise = require(publicId, Permission.ACTIVITY_EDIT);
        book.withdraw(promise, reason);
        return view(promise);
    }

    /** It holds again as if it had not been settled. */
    @RolesAllowed(Permission.Code.ACTIVITY_EDIT)
    public PromiseView reopen(String publicId) {
        Promise promise = require(publicId, Permission.ACTIVITY_EDIT);
        promise.reopen();
        return view(promise);
    }

    /** Through its customer, or because the caller has to keep it. */
    private Promise require(String publicId, Permission permission) {
        Promise promise = book.find(publicId).orElseThrow(NotFound::new);
        boolean own =
                caller.has(permission) && Long.valueOf(promise.getOwnerId()).equals(who.account());
        if (!own) {
            customers.require(promise.getCustomerId(), permission);
        }
        return promise;
    }

    private PromiseView view(Promise promise) {
        return book.views(List.of(promise)).get(0);
    }
}
