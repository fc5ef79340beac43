package org.vinculo.crm.identity;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The caller's own account.
 *
 * @param newEmail address that waits for confirmation, or null
 * @param newEmailOldOk whether the present address agreed to the change
 * @param newEmailNewOk whether the new address was confirmed
 * @param proofFresh whether the password was given lately enough for delicate changes
 */
public record AccountView(
        String email,
        String newEmail,
        boolean newEmailOldOk,
        boolean newEmailNewOk,
        String name,
        Locale locale,
        ZoneId zone,
        Theme theme,
        boolean secondFactor,
        long recoveryCodesLeft,
        Instant passwordChangedAt,
        boolean proofFresh)
        implements Serializable {}
