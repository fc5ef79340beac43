/**
 * Import of customers, purchases and interactions from files, the report and undo of each import, and export to files.
 *
 * <p>A file is kept as it came. Reading it is pure: {@code internal.file} splits it into records, {@code internal.value}
 * understands dates and numbers over whole columns, {@code internal.match} finds the field of each column, {@code
 * internal.row} makes typed records with every error of a row. Writing is a job of the platform: one chunk, its outcome
 * counts and the checkpoint are one transaction, so that an interrupted import ends with exactly the data of an
 * undisturbed one.
 *
 * <p>Address books (vCards, tables of mail programs) become records of one layout in {@code internal.contact} and are
 * imported like any other file. {@code internal.out} writes exports; what it writes is read back unchanged.
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
