package org.vinculo.crm.party.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.PortalRight;
import org.vinculo.crm.identity.SendingLimits;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.NeedForm;
import org.vinculo.crm.party.OwnerNotice;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerHistory;
import org.vinculo.crm.party.internal.CustomerViews;
import org.vinculo.crm.party.internal.CustomerWriter;
import org.vinculo.crm.party.internal.NeedBook;
import org.vinculo.crm.party.internal.TokenIndex;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;

/** What the company keeps about the customer who is signed in. There is no parameter that names a customer. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class MyData {

    private static final int CHANGES = 100;

    @Inject
    CustomerAccess access;

    @Inject
    CustomerHistory history;

    @Inject
    SendingLimits limits;

    @Inject
    NeedBook needs;

    @Inject
    CustomerWriter writer;

    @Inject
    TokenIndex tokens;

    @Inject
    OwnerNotice notice;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    public MyDataView view() {
        Customer customer = access.ownSeen();
        Caller reader = caller.get();
        CustomerDetails details = CustomerViews.details(customer, null, today());
        return new MyDataView(
                customer.getDisplayName(),
                customer.getKind() == CustomerKind.ORGANISATION,
                customer.getBirthDate(),
                details.taxId(),
                customer.getLanguage(),
                customer.getZone(),
                customer.getExternalId(),
                customer.getCreatedAt(),
                customer.getCreatedBy(),
                details.contacts(),
                needs.list(customer.getId()),
                history.forCustomer(customer.getId(), CHANGES, reader.locale(), reader.zone()));
    }

    /** Whether there is no address under which the customer could be written to or called. */
    public boolean unreachable() {
        LocalDate today = today();
        return access.ownSeen().getContactPoints().stream()
                .filter(point -> point.isCurrent(today))
                .allMatch(
                        point -> point.getType() == ContactPointType.SOCIAL || point.getType() == ContactPointType.WEB);
    }

    /** Whether the person may correct the data: anybody of a person's account, administrators of an organisation. */
    public boolean mayCorrect() {
        return caller.has(PortalRight.MANAGEMENT);
    }

    /** Whether the caller may tell needs and say whether those written down are right. */
    public boolean mayTellNeeds() {
        return caller.has(PortalRight.NEEDS);
    }

    public MyDataForm form() {
        caller.require(PortalRight.MANAGEMENT);
        Customer customer = access.own();
        return MyDataForm.of(CustomerViews.form(customer, null));
    }

    /** @throws ConcurrentChange when the data was changed since the form was read */
    public void correct(MyDataForm form) {
        caller.require(PortalRight.MANAGEMENT);
        Customer customer = access.own();
        if (customer.getVersion() != form.getVersion()) {
            throw new ConcurrentChange();
        }
        CustomerForm whole = CustomerViews.form(customer, null);
        form.into(whole);
        writer.write(customer, whole, writer.source());
        tokens.refresh(customer);
        tellOwner(customer, "portal.told.data");
    }

    /** The customer tells what they need, wish or expect. */
    public void addNeed(String text) {
        caller.require(PortalRight.NEEDS);
        Customer customer = access.own();
        limits.require("need");
        NeedForm added = new NeedForm();
        added.setText(text);
        needs.save(customer.getId(), added);
        tellOwner(customer, "portal.told.need");
    }

    /** The customer says that this is right. */
    public void confirmNeed(String needPublicId) {
        caller.require(PortalRight.NEEDS);
        Customer customer = access.own();
        needs.confirm(customer.getId(), needPublicId);
        tellOwner(customer, "portal.told.needRight");
    }

    public void removeNeed(String needPublicId) {
        caller.require(PortalRight.NEEDS);
        Customer customer = access.own();
        needs.remove(customer.getId(), needPublicId);
        tellOwner(customer, "portal.told.needGone");
    }

    /** Who looks after the customer. */
    public Optional<MyContact> contact() {
        return Optional.ofNullable(access.own().getOwnerId())
                .flatMap(staff::mailbox)
                .map(owner -> new MyContact(owner.name(), owner.email()));
    }

    private void tellOwner(Customer customer, String what) {
        notice.tell(customer.getId(), "needs", reader -> List.of(Phrase.of(what)));
    }

    private LocalDate today() {
        return clock.instant().atZone(caller.get().zone()).toLocalDate();
    }
}
