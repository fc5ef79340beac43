/** The tables of the customer room; closed to the other rooms. */
package org.vinculo.crm.party.entity;
