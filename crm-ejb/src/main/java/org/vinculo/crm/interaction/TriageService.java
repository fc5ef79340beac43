package org.vinculo.crm.interaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.document.Attachments;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.interaction.entity.MailMessage;
import org.vinculo.crm.interaction.entity.Mailbox;
import org.vinculo.crm.interaction.internal.mail.MailDesk;
import org.vinculo.crm.interaction.internal.mail.MailFiles;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.PublicId;

/** The pile of mails of which nobody knows whose they are: each is given to a customer, makes one, or is ignored. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.MAIL_TRIAGE)
public class TriageService {

    private static final int EXCERPT = 600;
    private static final int SUGGESTED = 3;
    private static final String MAIL = "mail";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    MailDesk desk;

    @Inject
    Customers customers;

    @Inject
    CustomerService directory;

    @Inject
    Attachments attachments;

    @Inject
    Settings settings;

    @Inject
    AuditLog audit;

    /** Newest first. @param state any but {@link MailState#FILED} */
    public Page<TriageMail> list(MailState state, PageRequest page) {
        MailState wanted = state == MailState.FILED ? MailState.UNMATCHED : state;
        long total = count(wanted);
        List<MailMessage> mails = em.createQuery(
                        "select m from MailMessage m where m.state = :state order by m.receivedAt desc, m.id desc",
                        MailMessage.class)
                .setParameter("state", wanted)
                .setFirstResult(page.first())
                .setMaxResults(page.size())
                .getResultList();
        Map<String, List<CustomerRef>> suggestions = suggestions(mails);
        Map<Long, List<AttachmentView>> files = attachments.lists(
                MailFiles.OWNER, mails.stream().map(MailMessage::getId).toList());
        return new Page<>(
                mails.stream()
                        .map(mail -> view(
                                mail,
                                suggestions.getOrDefault(mail.getFromAddress(), List.of()),
                                files.getOrDefault(mail.getId(), List.of())))
                        .toList(),
                total,
                false);
    }

    /** How many wait for somebody. */
    public long waiting() {
        return count(MailState.UNMATCHED);
    }

    private long count(MailState state) {
        return em.createQuery("select count(m) from MailMessage m where m.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    private Map<String, List<CustomerRef>> suggestions(List<MailMessage> mails) {
        List<String> addresses = mails.stream()
                .map(MailMessage::getFromAddress)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return customers.holders(addresses).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                        .map(Customers.Holder::customer)
                        .filter(customer -> customers.reaches(customer.id(), Permission.INTERACTION_LOG))
                        .limit(SUGGESTED)
                        .toList()));
    }

    public MailboxView mailbox() {
        return em.createQuery("select b from Mailbox b order by b.readAt desc, b.id desc", Mailbox.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(box -> new MailboxView(isConfigured(), box.getReadAt(), box.getError()))
                .orElse(new MailboxView(isConfigured(), null, null));
    }

    private boolean isConfigured() {
        return settings.isSet(Setting.MAIL_IN_HOST);
    }

    /**
     * Gives a mail to a customer, and with it what the same sender writes later.
     *
     * @return public id of the conversation
     * @throws NotFound when the mail was sorted already or the customer is out of reach
     */
    public String link(String mail, String customer) {
        MailMessage message = waiting(mail);
        CustomerRef found = customers.require(customer, Permission.INTERACTION_LOG);
        String interaction = desk.file(message, found).getPublicId();
        tell("mail.linked", message, found.id());
        return interaction;
    }

    /**
     * Makes a prospect of the sender and gives the mail to them.
     *
     * @return public id of the customer
     */
    @RolesAllowed(Permission.Code.CUSTOMER_CREATE)
    public String create(String mail) {
        MailMessage message = waiting(mail);
        CustomerRef created = directory.create(form(message)).ref();
        desk.file(message, created);
        tell("mail.created", message, created.id());
        return created.publicId();
    }

    private CustomerForm form(MailMessage message) {
        CustomerForm form = directory.draft();
        form.setKind(CustomerKind.PERSON);
        form.setStage(CustomerStage.PROSPECT);
        form.setAcquiredVia(Channel.EMAIL);
        String address = message.getFromAddress();
        String name = message.getFromName() != null
                ? message.getFromName()
                : address == null
                        ? "?"
                        : address.substring(0, address.indexOf('@')).replaceAll("[._-]+", " ");
        int last = name.lastIndexOf(' ');
        form.setGivenName(shortened(last < 0 ? name : name.substring(0, last)));
        form.setFamilyName(last < 0 ? null : shortened(name.substring(last + 1)));
        if (address != null) {
            ContactForm contact = new ContactForm(ContactPointType.EMAIL, address);
            contact.setPrimary(true);
            form.getContacts().add(contact);
        }
        return form;
    }

    /** Puts a mail out of sight. */
    public void ignore(String mail) {
        MailMessage message = waiting(mail);
        message.putAside(MailState.IGNORED);
        tell("mail.ignored", message, null);
    }

    /** Puts a mail back on the pile, wherever it went. */
    public void putBack(String mail) {
        MailMessage message = load(mail);
        if (message.getState() == MailState.UNMATCHED || message.getDirection() == Direction.OUT) {
            throw new NotFound();
        }
        if (message.getCustomerId() != null) {
            customers.require(message.getCustomerId(), Permission.INTERACTION_LOG);
        }
        Long customer = message.getCustomerId();
        desk.unfile(message, MailState.UNMATCHED);
        tell("mail.putBack", message, customer);
    }

    private void tell(String action, MailMessage message, Long customer) {
        audit.record(AuditEvent.about(action, MAIL, message.getPublicId(), customer, null));
    }

    private MailMessage waiting(String publicId) {
        MailMessage message = load(publicId);
        if (message.getState() == MailState.FILED || message.getDirection() == Direction.OUT) {
            throw new NotFound();
        }
        return message;
    }

    private MailMessage load(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            throw new NotFound();
        }
        return em.createQuery("select m from MailMessage m where m.publicId = :id", MailMessage.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static TriageMail view(MailMessage mail, List<CustomerRef> suggested, List<AttachmentView> files) {
        String text = mail.getBody() == null ? "" : mail.getBody();
        boolean excerpt = text.length() > EXCERPT;
        return new TriageMail(
                mail.getPublicId(),
                mail.getFromAddress(),
                mail.getFromName(),
                mail.getSubject(),
                excerpt ? text.substring(0, EXCERPT) : text,
                excerpt || mail.isCut(),
                mail.getSentAt(),
                mail.getState(),
                suggested,
                files);
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name.strip() : name.substring(0, 100).strip();
    }
}
