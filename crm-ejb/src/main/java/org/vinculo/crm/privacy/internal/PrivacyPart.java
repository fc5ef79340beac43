package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vinculo.crm.audit.AuditTrail;
import org.vinculo.crm.audit.AuditView;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.CustomerAction;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Tab;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.party.TimelineEntry;
import org.vinculo.crm.party.Tone;
import org.vinculo.crm.shared.Texts;

/** Requests about personal data, and what people did to their access, in the customer's story. */
@ApplicationScoped
public class PrivacyPart implements Customer360Part {

    private static final Set<String> ENTITIES = Set.of("customer", "privacyRequest", CopyDesk.COPY);
    private static final Set<String> DEEDS = Set.of(
            "privacy.asked",
            "privacy.answered",
            "privacy.refused",
            "privacy.withdrawn",
            "privacy.erased",
            "privacy.copyAsked",
            "privacy.copyFetched");

    @Inject
    AuditTrail trail;

    @Inject
    CurrentCaller caller;

    @Override
    public String source() {
        return "privacy";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public List<TimelineEntry> timeline(long customerId, TimelineCursor before, int limit) {
        return trail.story(customerId, ENTITIES, DEEDS, before.at(), before.idBelow(source()), limit).stream()
                .map(PrivacyPart::entry)
                .toList();
    }

    private static TimelineEntry entry(AuditView deed) {
        boolean customer = deed.actorKind() == Caller.Kind.CUSTOMER;
        Phrase what = Phrase.of("audit.action." + deed.action());
        String kind = "privacy.kind." + deed.detail();
        Phrase detail = deed.detail() != null && Texts.has(Locale.ENGLISH, kind) ? Phrase.of(kind) : null;
        return new TimelineEntry(
                deed.madeAt(),
                "privacy",
                deed.id(),
                null,
                "privacy",
                "shield",
                customer ? Tone.INFO : Tone.NEUTRAL,
                what,
                detail == null
                        ? List.of(Phrase.of(customer ? "privacy.story.byCustomer" : "privacy.story.byUs"))
                        : List.of(detail, Phrase.of(customer ? "privacy.story.byCustomer" : "privacy.story.byUs")),
                null,
                null,
                null);
    }

    @Override
    public Optional<Tab> tab(long customerId) {
        boolean sees = caller.has(Permission.PRIVACY_MANAGE) || caller.has(Permission.AUDIT_VIEW);
        return sees
                ? Optional.of(
                        new Tab("privacy", Phrase.of("privacy.tab"), null, "/WEB-INF/customers/privacy-tab.xhtml"))
                : Optional.empty();
    }

    @Override
    public List<CustomerAction> actions(CustomerRef customer) {
        return customer.deleted() || !caller.has(Permission.PRIVACY_MANAGE)
                ? List.of()
                : List.of(new CustomerAction("privacy", Phrase.of("privacy.action.new"), "shield", "/privacy/new"));
    }
}
