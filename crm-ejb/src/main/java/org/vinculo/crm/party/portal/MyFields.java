package org.vinculo.crm.party.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.PortalRight;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.OwnerNotice;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.entity.CustomField;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.shared.Boundary;

/** What the company asks besides about the customer who is signed in, as far as it shows it to customers. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class MyFields {

    @Inject
    CustomBook book;

    @Inject
    CustomerAccess access;

    @Inject
    CurrentCaller caller;

    @Inject
    OwnerNotice notice;

    @Inject
    Clock clock;

    /** In their order, with or without something in them. */
    public List<CustomEntry> list() {
        Customer customer = access.ownSeen();
        List<CustomField> fields = book.seen();
        Map<String, String> texts =
                book.texts(List.of(customer.getId()), fields).getOrDefault(customer.getId(), Map.of());
        boolean corrects = caller.has(PortalRight.MANAGEMENT);
        return fields.stream()
                .map(field -> field.entry(texts.get(field.getCode()), corrects && book.isChangeable(field)))
                .toList();
    }

    /** Writes those that the customer may change; the others stay as they are. */
    public void save(Map<String, String> values) {
        caller.require(PortalRight.MANAGEMENT);
        Customer customer = access.own();
        if (book.write(customer, values)) {
            customer.changed(clock.instant());
            notice.tell(customer.getId(), "needs", reader -> List.of(Phrase.of("portal.told.data")));
        }
    }
}
