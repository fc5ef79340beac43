/** Pages about how good the data are. */
package org.vinculo.crm.backoffice.quality;
