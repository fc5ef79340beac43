/** Pages of what customers were promised. */
package org.vinculo.crm.backoffice.promises;
