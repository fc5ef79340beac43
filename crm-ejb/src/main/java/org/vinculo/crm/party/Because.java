package org.vinculo.crm.party;

import java.io.Serializable;

/** Why the system computed what it shows: the first words, and the rest of the sentence. */
public record Because(Phrase lead, Phrase reason, Tone tone) implements Serializable {}
