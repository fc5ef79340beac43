/** Where bytes are kept, what they are, and whether they are harmless; closed to the other rooms. */
package org.vinculo.crm.document.internal;
