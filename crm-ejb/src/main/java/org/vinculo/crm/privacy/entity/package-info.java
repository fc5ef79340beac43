/** What the room of privacy keeps; closed to the other rooms. */
package org.vinculo.crm.privacy.entity;
