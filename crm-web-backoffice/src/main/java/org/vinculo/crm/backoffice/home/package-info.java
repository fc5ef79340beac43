/** The first page of staff: what do I do now. Every area puts its cards here through {@code HomePart}. */
package org.vinculo.crm.backoffice.home;
