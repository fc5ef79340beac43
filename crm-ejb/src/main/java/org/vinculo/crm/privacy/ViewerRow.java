package org.vinculo.crm.privacy;

import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import org.vinculo.crm.audit.AccessKind;

/**
 * Who looked at a customer in a month, or took data along.
 *
 * @param period the month in the reader's language
 * @param who name towards those who audit, role towards the customer
 * @param times how often
 */
public record ViewerRow(YearMonth month, String period, String who, AccessKind kind, int times, Instant lastAt)
        implements Serializable {}
