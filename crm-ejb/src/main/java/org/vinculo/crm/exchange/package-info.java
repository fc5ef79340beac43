/**
 * Import of customers, purchases and interactions from files, and the report and undo of each import.
 *
 * <p>A file is kept as it came. Reading it is pure: {@code internal.file} splits it into records, {@code internal.value}
 * understands dates and numbers over whole columns, {@code internal.match} finds the field of each column, {@code
 * internal.row} makes typed records with every error of a row. Writing is a job of the platform: one chunk, its outcome
 * counts and the checkpoint are one transaction, so that an interrupted import ends with exactly the data of an
 * undisturbed one.
 *
 * <p>XLSX is read by a small reader of its own, because the reader libraries trust cell addresses and sizes that the
 * file claims: a crafted sheet of a few bytes makes them allocate gigabytes.
 */
@CrmModule(
        allowed = {
            "platform",
            "identity",
            "audit",
            "notification",
            "document",
            "party",
            "interaction",
            "consent",
            "purchase"
        })
package org.vinculo.crm.exchange;

import org.vinculo.crm.shared.CrmModule;
