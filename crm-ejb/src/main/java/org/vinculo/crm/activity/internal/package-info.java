/** How promises, tasks and appointments are kept, found and told. */
package org.vinculo.crm.activity.internal;
