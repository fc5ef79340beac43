/** Mails that come: taking them from the server, reading them without trusting them, filing them. Closed to other rooms. */
package org.vinculo.crm.interaction.internal.mail;
