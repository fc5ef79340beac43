/**
 * Who changed what, when and from where: an append-only trail.
 *
 * <p>Entities marked {@link org.vinculo.crm.audit.Audited} leave their field differences by themselves, in the
 * transaction of the change; everything else worth knowing is recorded through {@link org.vinculo.crm.audit.AuditLog}.
 */
@CrmModule(allowed = {"platform", "identity"})
package org.vinculo.crm.audit;

import org.vinculo.crm.shared.CrmModule;
