/** What the customer may know and ask about their data. */
package org.vinculo.crm.portal.privacy;
