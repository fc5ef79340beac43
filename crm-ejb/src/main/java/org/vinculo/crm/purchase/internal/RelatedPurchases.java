package org.vinculo.crm.purchase.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.PortalRight;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.party.RelatedRecords;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.purchase.entity.Purchase;

/** Purchases, as what a conversation can be about. */
@ApplicationScoped
public class RelatedPurchases implements RelatedRecords {

    private static final String PAGE = "/purchases/view";

    @Inject
    PurchaseStore store;

    @Inject
    CurrentCaller caller;

    @Override
    public String type() {
        return "purchase";
    }

    @Override
    public List<RelatedRecord> recent(long customerId, int atMost) {
        if (!sees(customerId)) {
            return List.of();
        }
        return store.before(customerId, TimelineCursor.START.at(), Long.MAX_VALUE, atMost).stream()
                .map(this::record)
                .toList();
    }

    @Override
    public Optional<RelatedRecord> find(long customerId, String publicId) {
        if (!sees(customerId)) {
            return Optional.empty();
        }
        return store.find(publicId)
                .filter(purchase -> purchase.getCustomerId() == customerId)
                .map(this::record);
    }

    private boolean sees(long customerId) {
        return caller.get().isCustomer(customerId)
                ? caller.has(PortalRight.PURCHASES)
                : caller.has(Permission.PURCHASE_VIEW);
    }

    private RelatedRecord record(Purchase purchase) {
        PurchaseView view = purchase.view();
        Phrase label = view.documentNumber() == null
                ? Phrase.of("purchase.view.title", view.on())
                : Phrase.of("purchase.view.titleDocument", view.documentNumber());
        return new RelatedRecord(type(), view.publicId(), label, PAGE);
    }
}
