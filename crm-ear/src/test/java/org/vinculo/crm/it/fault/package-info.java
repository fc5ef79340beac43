/** What happens when things break in the middle: kills, repetitions and two people at once. */
package org.vinculo.crm.it.fault;
