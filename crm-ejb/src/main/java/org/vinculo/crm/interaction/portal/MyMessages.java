package org.vinculo.crm.interaction.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.PortalRight;
import org.vinculo.crm.identity.SendingLimits;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.MessageView;
import org.vinculo.crm.interaction.internal.MessageBook;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.OwnerNotice;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.Boundary;

/** What the customer who is signed in writes to the company and reads from it. Nothing names a customer. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class MyMessages {

    private static final int SHOWN = 100;

    @Inject
    Customers customers;

    @Inject
    MessageBook book;

    @Inject
    SendingLimits limits;

    @Inject
    OwnerNotice notice;

    @Inject
    CurrentCaller caller;

    /** The latest messages, the oldest of them first; from now on they are read. */
    public List<MessageView> open() {
        CustomerRef customer = customers.own();
        List<MessageView> thread = book.thread(customer.id(), SHOWN);
        book.read(customer.id(), caller.get().accountId());
        return thread;
    }

    /** How many messages of the company the caller has not read. */
    public long unread() {
        return book.unread(customers.own().id(), caller.get().accountId(), Direction.OUT);
    }

    /** Whether the caller may write, and not only read. */
    public boolean mayWrite() {
        return caller.has(PortalRight.MESSAGES);
    }

    /** Writes to the company; whoever looks after the customer is told. */
    public void send(String text) {
        caller.require(PortalRight.MESSAGES);
        CustomerRef customer = customers.own();
        limits.require("message");
        book.write(customer, Direction.IN, text);
        notice.tell(customer.id(), "messages", locale -> List.of(Phrase.of("interaction.message.told")));
    }
}
