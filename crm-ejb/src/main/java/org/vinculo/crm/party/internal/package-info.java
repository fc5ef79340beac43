/** How the customer room does it; closed to the other rooms. */
package org.vinculo.crm.party.internal;
