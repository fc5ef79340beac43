/** The table of attached files; closed to the other rooms. */
package org.vinculo.crm.document.entity;
