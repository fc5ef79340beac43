/** How the room of privacy does it; closed to the other rooms. */
package org.vinculo.crm.privacy.internal;
