/** How consents and preferences are read and written. Closed to other rooms. */
package org.vinculo.crm.consent.internal;
