package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.party.RelatedRecords;

/** Conversations, as what a message can be about; customers see the messages of the portal. */
@ApplicationScoped
public class RelatedTalks implements RelatedRecords {

    @Inject
    InteractionLog log;

    @Inject
    CurrentCaller caller;

    @Override
    public String type() {
        return "interaction";
    }

    @Override
    public List<RelatedRecord> recent(long customerId, int atMost) {
        if (caller.get().isCustomer(customerId)) {
            return List.of();
        }
        return caller.has(Permission.INTERACTION_VIEW)
                ? log.latest(customerId, atMost).stream().map(this::record).toList()
                : List.of();
    }

    @Override
    public Optional<RelatedRecord> find(long customerId, String publicId) {
        boolean own = caller.get().isCustomer(customerId);
        if (!own && !caller.has(Permission.INTERACTION_VIEW)) {
            return Optional.empty();
        }
        return log.find(publicId)
                .filter(talk -> talk.getCustomerId() == customerId && !talk.isDeleted())
                .filter(talk -> !own || isMessage(talk))
                .map(this::record);
    }

    static boolean isMessage(Interaction talk) {
        return talk.view().channel() == Channel.PORTAL && talk.view().visibility() == Visibility.CUSTOMER;
    }

    private RelatedRecord record(Interaction talk) {
        return new RelatedRecord(
                type(),
                talk.getPublicId(),
                Phrase.of(
                        "interaction.related.talk",
                        talk.view().topic(),
                        talk.view().startedAt()),
                caller.get().isCustomer(talk.getCustomerId()) ? "/messages" : "/interactions/view");
    }
}
