package org.vinculo.crm.backoffice.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.party.Tone;
import org.vinculo.crm.ui.Viewer;

/** Phrases of the rooms as text for the person in front of the page: {@code #{phrases.of(tab.label())}}. */
@Named("phrases")
@ApplicationScoped
public class PhraseTexts {

    @Inject
    Viewer viewer;

    public String of(Phrase phrase) {
        return Phrases.write(phrase, viewer.getLocale(), viewer.getZone());
    }

    /** The tone as the style sheets call it. */
    public String tone(Tone tone) {
        if (tone == null) {
            return "";
        }
        return switch (tone) {
            case POSITIVE -> "pos";
            case CAUTION -> "cau";
            case NEGATIVE -> "neg";
            case INFO -> "info";
            case NEUTRAL -> "";
        };
    }

    /** The tone of a dot in the timeline; what people said stands out by the accent. */
    public String dot(Tone tone) {
        return tone == Tone.INFO ? "in" : tone(tone);
    }
}
