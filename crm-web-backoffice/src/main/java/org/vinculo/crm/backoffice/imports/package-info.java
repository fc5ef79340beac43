/** The pages that bring files in: upload, matching of columns, trial, progress, report and undo. */
package org.vinculo.crm.backoffice.imports;
