package org.vinculo.crm.interaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vinculo.crm.document.NewFile;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.PortalAddresses;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.interaction.internal.MessageBook;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.notification.OutboxMail;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Boundary;

/** Messages with customers in the portal, on the company's side. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.INTERACTION_VIEW)
public class MessageService {

    private static final int SHOWN = 50;

    @Inject
    Customers customers;

    @Inject
    MessageBook book;

    @Inject
    PortalAddresses addresses;

    @Inject
    Outbox outbox;

    @Inject
    Settings settings;

    @Inject
    CurrentCaller caller;

    /**
     * A page of the messages, the oldest of them first; from now on the caller has read the newest.
     *
     * @param until public id of the newest of the page; null for the newest there is
     */
    public MessageThread open(String customerId, String until) {
        CustomerRef customer = customers.require(customerId, Permission.INTERACTION_VIEW);
        MessageThread thread = book.thread(customer.id(), until, SHOWN);
        if (thread.latest() && caller.get().kind() == Caller.Kind.STAFF) {
            book.read(customer.id(), caller.get().accountId());
        }
        return thread;
    }

    /** What a message to the customer can be about. */
    public List<RelatedRecord> related(String customerId) {
        return book.related(
                customers.require(customerId, Permission.INTERACTION_VIEW).id());
    }

    /** The record that a key names, when it is the customer's and the caller sees it. */
    public Optional<RelatedRecord> related(String customerId, String key) {
        return book.related(
                customers.require(customerId, Permission.INTERACTION_VIEW).id(), key);
    }

    /** Whether the caller may write to the customer and somebody reads there. */
    public boolean mayWrite(String customerId) {
        CustomerRef customer = customers.require(customerId, Permission.INTERACTION_VIEW);
        return !customer.deleted()
                && customers.reaches(customer.id(), Permission.INTERACTION_LOG)
                && !addresses.of(customer.id()).isEmpty();
    }

    /**
     * Writes to the customer, who finds it in the portal and is told by mail that it is there.
     *
     * @param related key of the record it is about, or null
     * @throws org.vinculo.crm.shared.InvalidInput naming {@code message}, {@code related} or {@code file}; nothing is sent
     */
    @RolesAllowed(Permission.Code.INTERACTION_LOG)
    public MessageView reply(String customerId, String text, String related, List<NewFile> files) {
        CustomerRef customer = customers.require(customerId, Permission.INTERACTION_LOG);
        MessageView message = book.write(customer, Direction.OUT, text, related, files);
        addresses
                .of(customer.id())
                .forEach(person -> outbox.enqueue(OutboxMail.of(
                                person.email(),
                                locale(customer, person.locale()),
                                "interaction.message.mail",
                                person.name(),
                                message.by(),
                                settings.address("/portal/messages"))
                        .about(customer.id())));
        return message;
    }

    private static Locale locale(CustomerRef customer, Locale own) {
        return own == null ? customer.language() : own;
    }

    /** Customers in reach whose last message has no answer, the longest waiting first. */
    public List<WaitingThread> waiting(int atMost) {
        Collection<Interaction> last = book.waiting(200);
        Map<Long, CustomerRef> known =
                customers.find(last.stream().map(Interaction::getCustomerId).collect(Collectors.toSet()));
        return last.stream()
                .filter(message -> customers.reaches(message.getCustomerId(), Permission.INTERACTION_VIEW))
                .map(message -> known.get(message.getCustomerId()) == null
                        ? null
                        : new WaitingThread(
                                known.get(message.getCustomerId()).publicId(),
                                known.get(message.getCustomerId()).name(),
                                message.view().startedAt()))
                .filter(thread -> thread != null)
                .limit(atMost)
                .toList();
    }
}
