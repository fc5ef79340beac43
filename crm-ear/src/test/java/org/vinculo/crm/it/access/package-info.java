/** Who gets in at the two doors and who does not, over plain HTTP, on a fresh installation. */
package org.vinculo.crm.it.access;
