package org.vinculo.crm.activity;

import java.io.Serializable;
import java.time.Instant;

/** Somebody has something else at a time; what it is, is not told. */
public record BusyTime(String name, Instant from, Instant to) implements Serializable {}
