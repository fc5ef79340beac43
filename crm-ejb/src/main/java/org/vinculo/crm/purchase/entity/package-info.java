/** How purchases are stored. */
package org.vinculo.crm.purchase.entity;
