/** For which customer somebody acts who acts for several. */
package org.vinculo.crm.portal.membership;
