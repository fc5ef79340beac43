package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.interaction.InteractionActions;
import org.vinculo.crm.interaction.InteractionDetails;
import org.vinculo.crm.interaction.InteractionForm;
import org.vinculo.crm.interaction.InteractionRef;
import org.vinculo.crm.interaction.InteractionView;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.interaction.entity.MailMessage;
import org.vinculo.crm.party.CustomerAction;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.shared.NotFound;

/** Puts together what the page of a conversation shows. */
@ApplicationScoped
public class InteractionReader {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    InteractionLog log;

    @Inject
    Customers customers;

    @Inject
    CurrentCaller caller;

    @Inject
    @Any
    Instance<InteractionActions> actions;

    public InteractionDetails details(Interaction interaction) {
        InteractionView view = interaction.view();
        CustomerRef customer = customers.find(interaction.getCustomerId()).orElseThrow(NotFound::new);
        InteractionRef ref =
                new InteractionRef(interaction.getId(), view.publicId(), customer, view.channel(), view.topic());
        List<CustomerAction> offered =
                actions.stream().flatMap(each -> each.actions(ref).stream()).toList();
        return new InteractionDetails(
                view,
                customer,
                related(interaction),
                log.thread(interaction).stream()
                        .filter(each -> !each.equals(interaction))
                        .map(Interaction::view)
                        .toList(),
                interaction.getCorrectedAt(),
                interaction.getCorrectedBy(),
                !customer.deleted() && mayCorrect(interaction),
                !customer.deleted() && customers.reaches(customer.id(), Permission.INTERACTION_LOG),
                offered,
                mail(interaction).map(InteractionReader::content).orElse(null));
    }

    private RelatedRecord related(Interaction interaction) {
        String key = interaction.getRelatedType() + ":" + interaction.getRelatedId();
        return interaction.getRelatedType() == null
                ? null
                : log.related(interaction.getCustomerId(), key).orElse(null);
    }

    public boolean isMail(Interaction interaction) {
        return mail(interaction).isPresent();
    }

    public Optional<MailMessage> mail(Interaction interaction) {
        return em.createQuery("select m from MailMessage m where m.interactionId = :id", MailMessage.class)
                .setParameter("id", interaction.getId())
                .getResultStream()
                .findFirst();
    }

    private static InteractionDetails.MailContent content(MailMessage mail) {
        String from = mail.getFromName() == null
                ? mail.getFromAddress()
                : mail.getFromName() + " <" + mail.getFromAddress() + ">";
        return new InteractionDetails.MailContent(
                from,
                mail.getToAddress(),
                mail.getSubject(),
                mail.getBody(),
                mail.isCut(),
                mail.getSentAt(),
                mail.getFailed(),
                mail.getRefusedFiles());
    }

    /** Those who wrote it down may put it right, and those who may correct everybody's. */
    public boolean mayCorrect(Interaction interaction) {
        long customer = interaction.getCustomerId();
        Caller who = caller.get();
        boolean own = who.kind() == Caller.Kind.STAFF
                && who.accountId().equals(interaction.getStaffId())
                && customers.reaches(customer, Permission.INTERACTION_LOG);
        return own || customers.reaches(customer, Permission.INTERACTION_EDIT);
    }

    public InteractionForm form(Interaction interaction) {
        InteractionView view = interaction.view();
        InteractionForm form = new InteractionForm();
        form.setVersion(view.version());
        form.setChannel(view.channel());
        form.setDirection(view.direction());
        form.setPurpose(view.purpose());
        form.setTopic(view.topic());
        form.setOutcome(view.outcome());
        form.setStartedAt(view.startedAt());
        form.setMinutes(view.duration() == null ? null : (int) view.duration().toMinutes());
        form.setSentiment(view.sentiment());
        form.setVisibility(view.visibility());
        form.setBody(view.body());
        form.setRelated(
                interaction.getRelatedType() == null
                        ? null
                        : interaction.getRelatedType() + ":" + interaction.getRelatedId());
        return form;
    }
}
