package org.vinculo.crm.segment;

import java.io.Serializable;
import org.vinculo.crm.party.Phrase;

/** A value that a condition can ask for. */
public record SegmentOption(String code, Phrase text) implements Serializable {}
