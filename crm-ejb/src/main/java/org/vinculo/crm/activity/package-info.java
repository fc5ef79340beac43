/**
 * What is going to happen: promises to customers, tasks of staff and teams, appointments.
 *
 * <p>A promise is kept when it is fulfilled on or before the day it is due. The share of kept promises of a time counts
 * those that fell due in it: kept in time, divided by all that were not withdrawn. A withdrawn promise needs a reason, which
 * the customer reads; the note of a promise is for the house alone.
 *
 * <p>The beginning of an appointment is a time on the clock of a place. What repeats keeps that time when the clocks change;
 * a time that the clocks jump over moves to the end of the jump, and one that happens twice means the first.
 */
@CrmModule(allowed = {"platform", "identity", "audit", "notification", "party"})
package org.vinculo.crm.activity;

import org.vinculo.crm.shared.CrmModule;
