/** What a customer brought and took over a window, step by step, and what would turn it around. Booked money is exact. */
package org.vinculo.crm.value.internal.contribution;
