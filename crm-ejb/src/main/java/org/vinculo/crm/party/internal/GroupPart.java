package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.party.Badge;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.GroupKind;
import org.vinculo.crm.party.PanelRef;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Tone;

/** The tags of a customer beside the name, and the panel where tags and lists are added and removed. */
@ApplicationScoped
public class GroupPart implements Customer360Part {

    private static final int SHOWN = 4;

    @Inject
    GroupBook groups;

    @Override
    public String source() {
        return "groups";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public List<Badge> badges(long customerId) {
        return groups.of(customerId).stream()
                .filter(group -> group.getKind() == GroupKind.TAG)
                .limit(SHOWN)
                .map(group -> new Badge("tag", Phrase.value(group.getName()), Tone.NEUTRAL))
                .toList();
    }

    @Override
    public List<PanelRef> panels(long customerId) {
        return List.of(new PanelRef("groups", Phrase.of("list.panel.title"), "/WEB-INF/customers/groups-panel.xhtml"));
    }
}
