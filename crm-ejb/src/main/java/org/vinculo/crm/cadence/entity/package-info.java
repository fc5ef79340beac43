/** Rows of regular contact. */
package org.vinculo.crm.cadence.entity;
