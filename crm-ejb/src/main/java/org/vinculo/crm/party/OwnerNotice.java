package org.vinculo.crm.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffMailbox;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.notification.OutboxMail;
import org.vinculo.crm.platform.Settings;

/** Tells the member of staff who looks after a customer what the customer has just done in the portal. */
@ApplicationScoped
public class OwnerNotice {

    @Inject
    Customers customers;

    @Inject
    StaffDirectory staff;

    @Inject
    Outbox outbox;

    @Inject
    Settings settings;

    /**
     * Writes to the owner, if there is one who still works here.
     *
     * @param tab tab of the customer's page where it can be seen
     * @param changes what was done, in the language of the reader
     */
    public void tell(long customerId, String tab, Function<Locale, List<Phrase>> changes) {
        customers
                .find(customerId)
                .filter(customer -> customer.ownerId() != null)
                .ifPresent(customer -> staff.mailbox(customer.ownerId())
                        .ifPresent(owner -> write(customer, owner, tab, changes.apply(owner.locale()))));
    }

    private void write(CustomerRef customer, StaffMailbox owner, String tab, List<Phrase> changes) {
        String lines = changes.stream()
                .map(change -> "- " + Phrases.write(change, owner.locale(), settings.zone()))
                .collect(Collectors.joining("\n"));
        outbox.enqueue(OutboxMail.of(
                        owner.email(),
                        owner.locale(),
                        "portal.mail.changed",
                        owner.name(),
                        customer.name(),
                        lines,
                        settings.baseUrl() + "/backoffice/customers/view?tab=" + tab + "&id=" + customer.publicId())
                .about(customer.id()));
    }
}
