/** Pages about customers who seem to be there twice: the queue, the merge and the split. */
package org.vinculo.crm.backoffice.duplicates;
