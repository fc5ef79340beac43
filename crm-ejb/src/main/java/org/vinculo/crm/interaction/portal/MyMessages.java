package org.vinculo.crm.interaction.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.document.FileContent;
import org.vinculo.crm.document.NewFile;
import org.vinculo.crm.document.SharedFiles;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.PortalRight;
import org.vinculo.crm.identity.SendingLimits;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.MessageThread;
import org.vinculo.crm.interaction.internal.MessageBook;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.OwnerNotice;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;

/** What the customer who is signed in writes to the company and reads from it. Nothing names a customer. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class MyMessages {

    private static final int SHOWN = 50;
    private static final long MOST_BYTES_A_DAY = 200L * 1024 * 1024;

    @Inject
    Customers customers;

    @Inject
    MessageBook book;

    @Inject
    SendingLimits limits;

    @Inject
    SharedFiles files;

    @Inject
    OwnerNotice notice;

    @Inject
    CurrentCaller caller;

    /**
     * A page of the messages, the oldest of them first; with the newest all are read.
     *
     * @param until public id of the newest of the page; null for the newest there is
     * @throws org.vinculo.crm.shared.NotFound when that is no message with the own customer
     */
    public MessageThread open(String until) {
        CustomerRef customer = customers.own();
        MessageThread thread = book.thread(customer.id(), until, SHOWN);
        if (thread.latest()) {
            book.read(customer.id(), caller.get().accountId());
        }
        return thread;
    }

    /** What a message can be about: what the customer sees of their own. */
    public List<RelatedRecord> related() {
        return book.related(customers.own().id());
    }

    /** The record that a key names, when it is one of the customer's own. */
    public Optional<RelatedRecord> related(String key) {
        return book.related(customers.own().id(), key);
    }

    /**
     * A file at one of the own messages, to hand out.
     *
     * @throws org.vinculo.crm.shared.NotFound when there is none or it is somebody else's
     */
    public FileContent file(String publicId) {
        return files.open(publicId);
    }

    /** How many messages of the company the caller has not read. */
    public long unread() {
        return book.unread(customers.own().id(), caller.get().accountId(), Direction.OUT);
    }

    /** Whether the caller may write, and not only read. */
    public boolean mayWrite() {
        return caller.has(PortalRight.MESSAGES);
    }

    /**
     * Writes to the company; whoever looks after the customer is told. Files are taken until those of a day are too many.
     *
     * @param related key of the record it is about, or null
     * @throws org.vinculo.crm.shared.InvalidInput naming {@code message}, {@code related} or {@code file}; nothing is sent
     */
    public void send(String text, String related, List<NewFile> attached) {
        caller.require(PortalRight.MESSAGES);
        CustomerRef customer = customers.own();
        limits.require("message");
        if (!attached.isEmpty() && book.sentInADay(customer.id()) >= MOST_BYTES_A_DAY) {
            throw InvalidInput.field("file", "interaction.message.tooMuch");
        }
        book.write(customer, Direction.IN, text, related, attached);
        notice.tell(customer.id(), "messages", locale -> List.of(Phrase.of("interaction.message.told")));
    }
}
