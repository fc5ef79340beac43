/** Handing out attached files. */
package org.vinculo.crm.backoffice.files;
