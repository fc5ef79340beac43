package org.vinculo.crm.portal.privacy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.vinculo.crm.privacy.portal.MyPrivacy;
import org.vinculo.crm.privacy.portal.MySection;
import org.vinculo.crm.value.portal.MyDecision;
import org.vinculo.crm.value.portal.MyDecisions;

/** Everything that is known about the customer and why, and what the computer concluded from it. */
@Named("known")
@RequestScoped
public class KnownBacking {

    @Inject
    MyPrivacy privacy;

    @Inject
    MyDecisions decided;

    private boolean allowed;
    private List<MySection> sections = List.of();
    private List<MyDecision> decisions = List.of();

    @PostConstruct
    void load() {
        allowed = privacy.mayAsk();
        if (allowed) {
            sections = privacy.known();
            decisions = decided.list();
        }
    }

    public boolean isAllowed() {
        return allowed;
    }

    public List<MySection> getSections() {
        return sections;
    }

    public List<MyDecision> getDecisions() {
        return decisions;
    }
}
