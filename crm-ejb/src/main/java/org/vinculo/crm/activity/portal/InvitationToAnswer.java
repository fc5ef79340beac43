package org.vinculo.crm.activity.portal;

import java.io.Serializable;

/**
 * What somebody is invited to, as the link of the invitation shows it.
 *
 * @param when on the clock of its place
 */
public record InvitationToAnswer(String title, String when, String place, String organizer) implements Serializable {}
