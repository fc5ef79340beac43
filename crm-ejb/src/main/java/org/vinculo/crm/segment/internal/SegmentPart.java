package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.PanelRef;
import org.vinculo.crm.party.Phrase;

/** The segments of a customer, beside the story. */
@ApplicationScoped
public class SegmentPart implements Customer360Part {

    @Inject
    CurrentCaller caller;

    @Override
    public String source() {
        return "segment";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public List<PanelRef> panels(long customerId) {
        boolean permitted = caller.has(Permission.SEGMENT_VIEW);
        return List.of(new PanelRef(
                "segments",
                Phrase.of("segment.panel.title"),
                permitted ? "/WEB-INF/customers/segments-panel.xhtml" : null));
    }
}
