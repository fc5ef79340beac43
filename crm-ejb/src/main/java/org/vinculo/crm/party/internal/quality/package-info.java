/** How complete, proved and fresh the data about customers are. */
package org.vinculo.crm.party.internal.quality;
