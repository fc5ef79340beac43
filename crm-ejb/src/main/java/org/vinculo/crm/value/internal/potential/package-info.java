/** What a customer could be worth, and who resembles the most valuable ones. */
package org.vinculo.crm.value.internal.potential;
