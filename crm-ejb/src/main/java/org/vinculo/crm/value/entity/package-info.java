/** What the room of value stores. Figures of customers are written in bulk and only read here. */
package org.vinculo.crm.value.entity;
