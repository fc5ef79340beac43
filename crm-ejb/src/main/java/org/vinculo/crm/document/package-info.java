/**
 * Files that people attach to records. The bytes lie in the data folder, outside of everything that a web server shows, under
 * the hash of what they are: the same file sent a hundred times is kept once. What they belong to is known by the room of the
 * record, which is asked through {@link org.vinculo.crm.document.FileOwners} before anybody reads or changes one.
 *
 * <p>A file is taken only when its bytes are what its name says and the sort is one that people exchange; it is handed out for
 * saving, never shown by the server itself. Files are written before their rows: what a failed transaction leaves behind is
 * swept away a day later, together with what was removed a month ago. Bytes that are missing (a disk, a restored backup without
 * its files) are found in the same night and shown to administrators.
 */
@CrmModule(allowed = {"platform", "identity"})
package org.vinculo.crm.document;

import org.vinculo.crm.shared.CrmModule;
