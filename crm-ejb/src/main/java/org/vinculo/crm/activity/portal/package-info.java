/** What customers see of promises and appointments. */
package org.vinculo.crm.activity.portal;
