package org.vinculo.crm.identity;

import java.io.Serializable;

/** A team with the number of its people. */
public record TeamView(String id, long version, String name, long members) implements Serializable {}
