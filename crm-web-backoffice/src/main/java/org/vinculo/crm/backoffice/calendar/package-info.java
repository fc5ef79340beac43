/** Pages of appointments. */
package org.vinculo.crm.backoffice.calendar;
