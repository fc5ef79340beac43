/** Pages of what staff and teams are going to do. */
package org.vinculo.crm.backoffice.tasks;
