/** How conversations are kept and shown; closed to the other rooms. */
package org.vinculo.crm.interaction.internal;
