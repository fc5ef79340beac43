package org.vinculo.crm.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.vinculo.crm.document.entity.Attachment;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;

/** Reading and removing attached files; whose record they belong to decides. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({Permission.Code.STAFF, Permission.Code.INTERACTION_VIEW})
public class AttachmentService {

    @Inject
    Clock clock;

    @Inject
    SharedFiles files;

    /**
     * A file to hand out; that it was read is kept in the audit trail.
     *
     * @throws NotFound when there is none or its record is out of reach
     * @throws InvalidInput when the bytes are lost
     */
    public FileContent open(String publicId) {
        return files.open(publicId);
    }

    /** @throws NotFound when there is none or its record may not be changed */
    public AttachmentView remove(String publicId) {
        Attachment attachment = files.load(publicId, FileOwners::mayChange);
        attachment.remove(clock.instant());
        files.tell("file.removed", attachment);
        files.changed(attachment);
        return attachment.view();
    }

    /** Takes a removal back; as long as the file was not swept away. */
    public void restore(String publicId) {
        Attachment attachment = files.load(publicId, FileOwners::mayChange);
        attachment.restore();
        files.tell("file.restored", attachment);
        files.changed(attachment);
    }
}
