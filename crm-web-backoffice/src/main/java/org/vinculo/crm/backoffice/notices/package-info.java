/** What the application tells its reader. */
package org.vinculo.crm.backoffice.notices;
