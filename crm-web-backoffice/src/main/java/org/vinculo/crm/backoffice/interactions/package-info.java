/** Conversations: the log, one of them, writing mails, the mails of whom nobody knows whose they are, and what it all took. */
package org.vinculo.crm.backoffice.interactions;
