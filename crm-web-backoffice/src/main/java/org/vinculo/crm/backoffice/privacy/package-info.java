/** Requests about personal data, and how long things are kept. */
package org.vinculo.crm.backoffice.privacy;
