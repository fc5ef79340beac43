package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Tab;

/** The trail of everything about the customer, for those who audit; the others are told that there is one. */
@ApplicationScoped
public class AuditTab implements Customer360Part {

    @Inject
    CurrentCaller caller;

    @Override
    public String source() {
        return "audit";
    }

    @Override
    public int order() {
        return 1000;
    }

    @Override
    public Optional<Tab> tab(long customerId) {
        String page = caller.has(Permission.AUDIT_VIEW) ? "/WEB-INF/customers/audit-tab.xhtml" : null;
        return Optional.of(new Tab("audit", Phrase.of("party.tab.audit"), null, page));
    }
}
