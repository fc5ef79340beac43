/** The pages about what customers are worth and what to do about it. */
package org.vinculo.crm.backoffice.value;
