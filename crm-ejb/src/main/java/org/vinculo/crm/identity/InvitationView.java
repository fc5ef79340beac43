package org.vinculo.crm.identity;

import java.io.Serializable;

/**
 * What somebody sees who follows a link to an account.
 *
 * @param email address of the account; it cannot be changed here
 * @param name name as it was written by whoever invited
 * @param customer name of the customer the person will act for, or null
 * @param needsPassword whether a password has to be chosen, or the account has one already
 */
public record InvitationView(String email, String name, String customer, boolean needsPassword)
        implements Serializable {}
