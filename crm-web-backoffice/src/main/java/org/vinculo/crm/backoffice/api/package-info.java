/** The REST API under {@code /backoffice/api/v1}: thin resources over the same boundaries that the pages use. */
package org.vinculo.crm.backoffice.api;
