/** What customers may know about the decisions that are computed about them; the customer always comes from the caller. */
package org.vinculo.crm.value.portal;
