/** Checks of the value room against published figures and independent programs. */
package org.vinculo.crm.value;
