/** The table of conversations; closed to the other rooms. */
package org.vinculo.crm.interaction.entity;
