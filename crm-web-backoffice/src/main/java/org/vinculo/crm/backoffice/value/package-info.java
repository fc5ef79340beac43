/** Pages of what customers are worth. */
package org.vinculo.crm.backoffice.value;
