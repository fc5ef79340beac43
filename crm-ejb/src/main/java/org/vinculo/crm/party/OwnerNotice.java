package org.vinculo.crm.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffMailbox;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.notification.OutboxMail;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Texts;

/**
 * Tells who looks after a customer what the customer has just done in the portal. However much a customer does, a mailbox
 * gets only so many mails about it within an hour; what was done stands in the customer's story all the same.
 */
@ApplicationScoped
public class OwnerNotice {

    private static final int MOST_READERS = 20;

    @Inject
    Customers customers;

    @Inject
    StaffDirectory staff;

    @Inject
    Outbox outbox;

    @Inject
    Settings settings;

    /**
     * Writes to the owner. Where nobody who still works here looks after the customer, the people of the customer's team
     * are told, and without a team the address of {@link Setting#NOTICE_ADDRESS}.
     *
     * @param tab tab of the customer's page where it can be seen
     * @param changes what was done, in the language of the reader
     */
    public void tell(long customerId, String tab, Function<Locale, List<Phrase>> changes) {
        customers.find(customerId).ifPresent(customer -> readers(customer)
                .forEach(reader -> write(customer, reader, tab, changes.apply(reader.locale()))));
    }

    private List<StaffMailbox> readers(CustomerRef customer) {
        Optional<StaffMailbox> owner =
                customer.ownerId() == null ? Optional.empty() : staff.mailbox(customer.ownerId());
        if (owner.isPresent()) {
            return List.of(owner.get());
        }
        List<StaffMailbox> team = customers
                .team(customer.id())
                .map(id -> staff.mailboxesOfTeam(id, MOST_READERS))
                .orElse(List.of());
        String address = settings.get(Setting.NOTICE_ADDRESS);
        if (team.isEmpty() && !address.isBlank()) {
            return List.of(
                    new StaffMailbox(address.strip(), settings.language().toLanguageTag(), settings.companyName()));
        }
        return team;
    }

    private void write(CustomerRef customer, StaffMailbox owner, String tab, List<Phrase> changes) {
        int left = outbox.left(owner.email(), customer.id());
        if (left == 0) {
            return;
        }
        String lines = changes.stream()
                .map(change -> "- " + Phrases.write(change, owner.locale(), settings.zone()))
                .collect(Collectors.joining("\n"));
        if (left == 1) {
            lines += "\n\n" + Texts.text(owner.locale(), "portal.mail.enough");
        }
        outbox.enqueue(OutboxMail.of(
                        owner.email(),
                        owner.locale(),
                        "portal.mail.changed",
                        owner.name(),
                        customer.name(),
                        lines,
                        settings.address("/backoffice/customers/view?tab=" + tab + "&id=" + customer.publicId()))
                .about(customer.id()));
    }
}
