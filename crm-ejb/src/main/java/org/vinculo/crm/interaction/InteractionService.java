package org.vinculo.crm.interaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.document.Attachments;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.interaction.internal.InteractionFiles;
import org.vinculo.crm.interaction.internal.InteractionLog;
import org.vinculo.crm.interaction.internal.InteractionQuery;
import org.vinculo.crm.interaction.internal.InteractionReader;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Writing down, reading, correcting and counting conversations. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.INTERACTION_VIEW)
public class InteractionService {

    private static final int OFFERED = 8;

    @Inject
    Customers customers;

    @Inject
    CustomerService directory;

    @Inject
    InteractionLog log;

    @Inject
    LastContacts contacts;

    @Inject
    InteractionReader reader;

    @Inject
    InteractionQuery query;

    @Inject
    Attachments attachments;

    @Inject
    InteractionFiles owners;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Writes a conversation down; one with a known external id is the one that is there already. */
    @RolesAllowed(Permission.Code.INTERACTION_LOG)
    public InteractionView log(String customerPublicId, InteractionForm form) {
        CustomerRef customer = customers.require(customerPublicId, Permission.INTERACTION_LOG);
        return log.write(customer, form);
    }

    /** Customers to write something down about, by the beginning of words, numbers and addresses. */
    @RolesAllowed(Permission.Code.INTERACTION_LOG)
    public List<CustomerRef> people(String words) {
        if (!caller.has(Permission.CUSTOMER_VIEW)) {
            return List.of();
        }
        CustomerList wanted = new CustomerList(words, null, null, null, null, null, null, null, null, false);
        return directory.refs(wanted, PageRequest.of(0, OFFERED)).stream()
                .filter(customer -> customers.reaches(customer.id(), Permission.INTERACTION_LOG))
                .toList();
    }

    /** Conversations of a customer, newest first, that began before the given moment. */
    public List<InteractionView> list(String customerPublicId, Instant before, int limit) {
        CustomerRef customer = customers.require(customerPublicId, Permission.INTERACTION_VIEW);
        return log.list(customer.id(), before, limit);
    }

    /** Conversations with all customers in reach, newest first; counted up to 10,000. */
    public Page<InteractionRow> list(InteractionList wanted, PageRequest page) {
        return query.page(wanted, page);
    }

    /**
     * The same for scripts that read everything, below a place in the order.
     *
     * @param after public id of the last one that was read, or null for the newest
     */
    public List<InteractionRow> after(InteractionList wanted, String after, int limit) {
        if (after == null) {
            return query.below(wanted, Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE, limit);
        }
        Interaction last = log.find(after)
                .filter(each -> customers.reaches(each.getCustomerId(), Permission.INTERACTION_VIEW))
                .orElseThrow(() -> InvalidInput.field("cursor", "invalid"));
        return query.below(wanted, last.getStartedAt(), last.getId(), limit);
    }

    /** @throws NotFound when there is none or its customer is out of reach */
    public InteractionDetails get(String publicId) {
        return reader.details(present(publicId, Permission.INTERACTION_VIEW));
    }

    /** Files of a conversation, oldest first. */
    public List<AttachmentView> files(String publicId) {
        Interaction interaction = present(publicId, Permission.INTERACTION_VIEW);
        return attachments.list(InteractionFiles.OWNER, interaction.getId());
    }

    /**
     * Attaches a file.
     *
     * @throws InvalidInput naming the field {@code file} when it is not taken
     */
    @RolesAllowed(Permission.Code.INTERACTION_LOG)
    public AttachmentView attach(String publicId, String name, InputStream content) {
        Interaction interaction = present(publicId, Permission.INTERACTION_LOG);
        AttachmentView file = attachments.add(InteractionFiles.owner(interaction), name, content);
        owners.changed(interaction.getId());
        return file;
    }

    /** What a correction starts from. */
    public InteractionForm form(String publicId) {
        return reader.form(correctable(publicId));
    }

    /**
     * Puts right how a conversation was written down; the audit trail keeps what it said before.
     *
     * @throws NotFound when it is out of reach or somebody else's
     * @throws ConcurrentChange when somebody else was faster
     */
    public InteractionView correct(String publicId, InteractionForm form) {
        Interaction interaction = correctable(publicId);
        log.correct(interaction, form, reader.isMail(interaction));
        return interaction.view();
    }

    /** Says what came out of a conversation. */
    @RolesAllowed(Permission.Code.INTERACTION_LOG)
    public InteractionView close(String publicId, Outcome outcome) {
        if (outcome == null) {
            throw InvalidInput.field("outcome", "required");
        }
        Interaction interaction = present(publicId, Permission.INTERACTION_LOG);
        log.close(interaction, outcome);
        return interaction.view();
    }

    /** Puts a conversation out of sight; {@link #restore} takes that back. */
    public void delete(String publicId) {
        Interaction interaction = correctable(publicId);
        interaction.delete(caller.get().name(), clock.instant());
        contacts.follow(interaction.getCustomerId());
    }

    /** @throws NotFound when it is out of reach or somebody else's */
    public void restore(String publicId) {
        Interaction interaction = log.find(publicId).orElseThrow(NotFound::new);
        if (!reader.mayCorrect(interaction)) {
            throw new NotFound();
        }
        interaction.restore();
        contacts.follow(interaction.getCustomerId());
    }

    /** Records that a conversation with the customer can be about. */
    public List<RelatedRecord> related(String customerPublicId) {
        return log.related(
                customers.require(customerPublicId, Permission.INTERACTION_VIEW).id());
    }

    /** What conversations were about, what came out and what they took. */
    public ContactReport report(InteractionList wanted) {
        return new ContactReport(query.lines(wanted));
    }

    /** Who can have taken part. */
    public List<StaffRef> staff() {
        return staff.active();
    }

    public List<TeamRef> teams() {
        return staff.teams();
    }

    private Interaction present(String publicId, Permission permission) {
        Interaction interaction =
                log.find(publicId).filter(each -> !each.isDeleted()).orElseThrow(NotFound::new);
        customers.require(interaction.getCustomerId(), permission);
        return interaction;
    }

    private Interaction correctable(String publicId) {
        Interaction interaction = present(publicId, Permission.INTERACTION_VIEW);
        if (!reader.mayCorrect(interaction)) {
            throw new NotFound();
        }
        return interaction;
    }
}
