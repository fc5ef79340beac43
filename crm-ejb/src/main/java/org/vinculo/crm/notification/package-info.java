/**
 * What leaves the system: mails, written to the outbox in the transaction that causes them and sent afterwards.
 *
 * <p>Each message is claimed before it is sent and carries a stable Message-ID. Without a mail server messages wait and
 * the administrator reads them on the outbox page.
 */
@CrmModule(allowed = {"platform", "identity"})
package org.vinculo.crm.notification;

import org.vinculo.crm.shared.CrmModule;
