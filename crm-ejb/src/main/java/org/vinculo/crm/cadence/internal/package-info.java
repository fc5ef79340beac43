/** How proposals are made and kept. */
package org.vinculo.crm.cadence.internal;
