/** What is behind the door: reading and keeping of figures, policies and histories. */
package org.vinculo.crm.value.internal;
