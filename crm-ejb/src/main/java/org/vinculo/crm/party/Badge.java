package org.vinculo.crm.party;

import java.io.Serializable;

/** A word beside a name or title. */
public record Badge(String id, Phrase text, Tone tone) implements Serializable {}
