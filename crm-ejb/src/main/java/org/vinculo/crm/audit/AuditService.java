package org.vinculo.crm.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.Boundary;

/** The trail, for those who audit. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.AUDIT_VIEW)
public class AuditService {

    @Inject
    AuditTrail trail;

    /** Entries newest first, {@code limit} at most, older than {@code beforeId} when that is given. */
    public List<AuditView> find(AuditFilter filter, Long beforeId, int limit) {
        return trail.find(filter, beforeId, limit);
    }
}
