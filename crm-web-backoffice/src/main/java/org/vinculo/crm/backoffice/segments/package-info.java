/** The pages of segments. */
package org.vinculo.crm.backoffice.segments;
