/** The tables of segments. */
package org.vinculo.crm.segment.entity;
