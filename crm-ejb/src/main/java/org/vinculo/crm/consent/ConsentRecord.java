package org.vinculo.crm.consent;

import java.io.Serializable;

/** What a customer said about one purpose and channel, as somebody writes it down. */
public record ConsentRecord(String purpose, Channel channel, ConsentState state, Told told) implements Serializable {}
