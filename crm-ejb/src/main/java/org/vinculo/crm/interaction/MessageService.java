package org.vinculo.crm.interaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Boundary;

/** Messages with customers in the portal, on the company's side. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.INTERACTION_VIEW)
public class MessageService {

    private static final int SHOWN = 100;

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

    /** The latest messages, the oldest of them first; from now on the caller has read them. */
    public List<MessageView> open(String customerId) {
        CustomerRef customer = customers.require(customerId, Permission.INTERACTION_VIEW);
        if (caller.get().kind() == Caller.Kind.STAFF) {
            book.read(customer.id(), caller.get().accountId());
        }
        return book.thread(customer.id(), SHOWN);
    }

    /** Whether the caller may write to the customer and somebody reads there. */
    public boolean mayWrite(String customerId) {
        CustomerRef customer = customers.require(customerId, Permission.INTERACTION_VIEW);
        return !customer.deleted()
                && customers.reaches(customer.id(), Permission.INTERACTION_LOG)
                && !addresses.of(customer.id()).isEmpty();
    }

    /** Writes to the customer, who finds it in the portal and is told by mail that it is there. */
    @RolesAllowed(Permission.Code.INTERACTION_LOG)
    public void reply(String customerId, String text) {
        CustomerRef customer = customers.require(customerId, Permission.INTERACTION_LOG);
        MessageView message = book.write(customer, Direction.OUT, text);
        addresses
                .of(customer.id())
                .forEach(person -> outbox.enqueue(OutboxMail.of(
                                person.email(),
                                locale(customer, person.locale()),
                                "interaction.message.mail",
                                person.name(),
                                message.by(),
                                settings.baseUrl() + "/portal/messages")
                        .about(customer.id())));
    }

    private static Locale locale(CustomerRef customer, Locale own) {
        return own == null ? customer.language() : own;
    }

    /** Customers in reach whose last message has no answer, the longest waiting first. */
    public List<WaitingThread> waiting(int atMost) {
        List<Interaction> last = book.waiting(200);
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
