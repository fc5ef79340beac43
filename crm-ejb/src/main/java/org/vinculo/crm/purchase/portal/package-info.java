/** What customers may see of their own purchases. */
package org.vinculo.crm.purchase.portal;
