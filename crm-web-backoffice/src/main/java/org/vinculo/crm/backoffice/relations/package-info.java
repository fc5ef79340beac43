/** Pages about what customers are to each other: the tab of a customer, the tree of companies, the partners. */
package org.vinculo.crm.backoffice.relations;
