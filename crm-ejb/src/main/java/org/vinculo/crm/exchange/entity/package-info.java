/** How imports are stored. */
package org.vinculo.crm.exchange.entity;
