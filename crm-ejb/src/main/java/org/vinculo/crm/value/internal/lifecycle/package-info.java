/** Phases of a relationship, replayed from what happened: the same events give the same phases for any past day. */
package org.vinculo.crm.value.internal.lifecycle;
