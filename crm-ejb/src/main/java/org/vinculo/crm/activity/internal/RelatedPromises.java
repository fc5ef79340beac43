package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.activity.entity.Promise;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.party.RelatedRecords;

/** Promises, as what a conversation or message can be about. */
@ApplicationScoped
public class RelatedPromises implements RelatedRecords {

    @Inject
    PromiseBook book;

    @Inject
    CurrentCaller caller;

    @Override
    public String type() {
        return "promise";
    }

    @Override
    public List<RelatedRecord> recent(long customerId, int atMost) {
        return sees(customerId)
                ? book.of(customerId, 0, atMost).stream().map(this::record).toList()
                : List.of();
    }

    @Override
    public Optional<RelatedRecord> find(long customerId, String publicId) {
        return sees(customerId)
                ? book.find(publicId)
                        .filter(promise -> promise.getCustomerId() == customerId)
                        .map(this::record)
                : Optional.empty();
    }

    private boolean sees(long customerId) {
        return caller.get().isCustomer(customerId) || caller.has(Permission.ACTIVITY_VIEW);
    }

    private RelatedRecord record(Promise promise) {
        boolean own = caller.get().isCustomer(promise.getCustomerId());
        return new RelatedRecord(
                type(),
                promise.getPublicId(),
                Phrase.of("activity.related.promise", promise.getWhat()),
                own ? "/promises" : "/promises/edit");
    }
}
