/** What is behind the door: sentences as SQL and as words, and the keeping of snapshots. */
package org.vinculo.crm.segment.internal;
