package org.vinculo.crm.interaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.document.Attachments;
import org.vinculo.crm.document.NewFile;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.interaction.entity.MailMessage;
import org.vinculo.crm.interaction.internal.InteractionFiles;
import org.vinculo.crm.interaction.internal.InteractionLog;
import org.vinculo.crm.interaction.internal.InteractionReader;
import org.vinculo.crm.interaction.internal.mail.MailDesk;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.notification.OutboxLetter;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.ContactLights;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;

/** Writing mails to customers, within what they allow; each is a conversation of its thread. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.INTERACTION_LOG)
public class MailService {

    private static final int SUBJECT = 200;
    private static final int TEXT = 20_000;
    private static final int LOGGED = 4000;
    private static final int QUOTED = 3000;
    private static final String ANSWER = "Re: ";

    /** What a conversation is for, by the purpose of contact that the customer was asked about. */
    private static final Map<String, Purpose> PURPOSES = Map.of(
            "orders", Purpose.SERVICE,
            "offers", Purpose.SALE,
            "news", Purpose.MARKETING);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Customers customers;

    @Inject
    InteractionLog log;

    @Inject
    InteractionReader reader;

    @Inject
    MailDesk desk;

    @Inject
    Attachments attachments;

    @Inject
    Outbox outbox;

    @Inject
    Settings settings;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<ContactLights> lights;

    /**
     * What to start from.
     *
     * @param reply public id of the conversation to answer, or null
     * @throws NotFound when the customer is out of reach
     */
    public MailDraft draft(String customerPublicId, String reply) {
        CustomerRef customer = customers.require(customerPublicId, Permission.INTERACTION_LOG);
        List<MailDraft.Address> addresses = addresses(customer);
        List<ContactLights.Purpose> purposes =
                lights.stream().flatMap(each -> each.purposes().stream()).toList();
        MailForm form = new MailForm();
        form.setTo(addresses.isEmpty() ? null : addresses.get(0).publicId());
        form.setPurpose(purposes.isEmpty() ? null : purposes.get(0).code());
        Optional<Interaction> answered = answered(customer, reply);
        answered.ifPresent(earlier -> prefill(form, earlier));
        return new MailDraft(
                customer,
                form,
                addresses,
                purposes,
                answered.map(Interaction::view).orElse(null));
    }

    private void prefill(MailForm form, Interaction earlier) {
        InteractionView view = earlier.view();
        form.setReply(view.publicId());
        String topic = view.topic();
        form.setSubject(topic.regionMatches(true, 0, ANSWER, 0, ANSWER.length()) ? topic : ANSWER + topic);
        Optional<MailMessage> mail = reader.mail(earlier).filter(each -> each.getDirection() == Direction.IN);
        mail.map(MailMessage::getBody).filter(body -> !body.isBlank()).ifPresent(body -> form.setText(quoted(body)));
    }

    private static String quoted(String body) {
        String words = body.length() <= QUOTED ? body : body.substring(0, QUOTED) + "…";
        StringBuilder quoted = new StringBuilder("\n\n");
        words.lines().forEach(line -> quoted.append("> ").append(line).append('\n'));
        return quoted.toString();
    }

    /** Whether the customer may be written to for a purpose now, and why. */
    public ContactLights.Light light(String customerPublicId, String purpose) {
        CustomerRef customer = customers.require(customerPublicId, Permission.INTERACTION_LOG);
        return light(customer, purpose).orElse(null);
    }

    private Optional<ContactLights.Light> light(CustomerRef customer, String purpose) {
        return lights.stream()
                .filter(each ->
                        each.purposes().stream().anyMatch(known -> known.code().equals(purpose)))
                .flatMap(each -> each.lights(customer.id(), purpose).stream())
                .filter(light -> light.channel() == Channel.EMAIL)
                .findFirst();
    }

    /**
     * Hands a mail to the outbox, as long as the customer may be written to, and writes it down.
     *
     * @return public id of the conversation
     * @throws InvalidInput naming what is missing, or the field {@code purpose} with the reason why not
     */
    public String send(String customerPublicId, MailForm form) {
        return send(customerPublicId, form, List.of());
    }

    /**
     * As {@link #send(String, MailForm)}, with files, which are kept at the conversation.
     *
     * @throws InvalidInput also naming the field {@code file}; nothing is sent then
     */
    public String send(String customerPublicId, MailForm form, List<NewFile> files) {
        CustomerRef customer = customers.require(customerPublicId, Permission.INTERACTION_LOG);
        String subject = Normal.line(form.getSubject());
        String text = form.getText() == null
                ? ""
                : form.getText().replace("\r\n", "\n").strip();
        MailDraft.Address to = addresses(customer).stream()
                .filter(address -> address.publicId().equals(form.getTo()))
                .findFirst()
                .orElse(null);
        check(to, subject, text);
        permitted(customer, form.getPurpose());
        Optional<Interaction> answered = answered(customer, form.getReply());
        List<String> thread = answered.map(this::thread).orElse(List.of());
        Locale language = customer.language() == null ? settings.language() : customer.language();
        Interaction interaction = log.add(customer, logged(form, subject, text, answered), null);
        List<String> carried = files.stream()
                .map(file -> attachments
                        .add(InteractionFiles.owner(interaction), file.name(), file.content())
                        .publicId())
                .toList();
        String messageId = outbox.enqueue(new OutboxLetter(
                to.address(), language, subject, text, customer.id(), form.getPurpose(), thread, carried));
        em.flush();
        MailDesk.Left left = new MailDesk.Left(
                settings.get(Setting.MAIL_FROM), settings.companyName(), to.address(), subject, text, clock.instant());
        desk.left(interaction, messageId, thread, left);
        return interaction.getPublicId();
    }

    private static InteractionForm logged(MailForm form, String subject, String text, Optional<Interaction> answered) {
        InteractionForm logged = new InteractionForm();
        logged.setChannel(Channel.EMAIL);
        logged.setDirection(Direction.OUT);
        logged.setPurpose(answered.map(earlier -> earlier.view().purpose())
                .orElse(PURPOSES.getOrDefault(form.getPurpose(), Purpose.RELATIONSHIP)));
        logged.setTopic(subject);
        logged.setOutcome(Outcome.DONE);
        logged.setVisibility(Visibility.CUSTOMER);
        logged.setBody(text.length() <= LOGGED ? text : text.substring(0, LOGGED));
        answered.ifPresent(earlier -> logged.setContinues(earlier.getPublicId()));
        return logged;
    }

    private static void check(MailDraft.Address to, String subject, String text) {
        List<FieldError> errors = new ArrayList<>();
        if (to == null) {
            errors.add(FieldError.of("to", "required"));
        }
        if (subject == null) {
            errors.add(FieldError.of("subject", "required"));
        } else if (subject.length() > SUBJECT) {
            errors.add(FieldError.of("subject", "tooLong", SUBJECT));
        }
        if (text.isEmpty()) {
            errors.add(FieldError.of("text", "required"));
        } else if (text.length() > TEXT) {
            errors.add(FieldError.of("text", "tooLong", TEXT));
        }
        InvalidInput.throwIfAny(errors);
    }

    private void permitted(CustomerRef customer, String purpose) {
        ContactLights.Light light =
                light(customer, purpose).orElseThrow(() -> InvalidInput.field("purpose", "interaction.write.noWay"));
        if (light.state() != ContactLights.State.YES) {
            String why = Phrases.write(
                    light.reason(), caller.get().locale(), caller.get().zone());
            throw light.state() == ContactLights.State.WAIT
                    ? InvalidInput.field("purpose", "interaction.write.refusedWait", why)
                    : InvalidInput.field("purpose", "interaction.write.refusedNo", why);
        }
    }

    /**
     * Takes a mail back that was written a moment ago and has not left.
     *
     * @throws InvalidInput when it has
     */
    public void takeBack(String interactionPublicId) {
        Interaction interaction = log.find(interactionPublicId).orElseThrow(NotFound::new);
        customers.require(interaction.getCustomerId(), Permission.INTERACTION_LOG);
        MailMessage mail = reader.mail(interaction)
                .filter(each -> each.getDirection() == Direction.OUT && reader.mayCorrect(interaction))
                .orElseThrow(NotFound::new);
        if (!outbox.takeBack(mail.getMessageId())) {
            throw InvalidInput.field("", "interaction.write.hasLeft");
        }
        em.remove(mail);
        em.flush();
        em.remove(interaction);
    }

    private List<String> thread(Interaction answered) {
        List<Long> ids = log.thread(answered).stream().map(Interaction::getId).toList();
        return em.createQuery(
                        "select m.messageId from MailMessage m where m.interactionId in :ids"
                                + " and m.messageId is not null order by m.sentAt, m.id",
                        String.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private Optional<Interaction> answered(CustomerRef customer, String reply) {
        return reply == null || reply.isBlank()
                ? Optional.empty()
                : Optional.of(log.find(reply)
                        .filter(earlier -> earlier.getCustomerId() == customer.id() && !earlier.isDeleted())
                        .orElseThrow(NotFound::new));
    }

    private List<MailDraft.Address> addresses(CustomerRef customer) {
        return customers.reachable(customer.id()).stream()
                .filter(point -> point.type() == ContactPointType.EMAIL)
                .map(point -> new MailDraft.Address(point.publicId(), point.value(), point.verified()))
                .toList();
    }
}
