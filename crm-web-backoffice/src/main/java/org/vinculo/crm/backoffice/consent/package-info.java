/** What staff see and record of consents and contact preferences on the page of a customer. */
package org.vinculo.crm.backoffice.consent;
