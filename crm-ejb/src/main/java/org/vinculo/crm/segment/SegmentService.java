package org.vinculo.crm.segment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.segment.internal.SegmentDesk;
import org.vinculo.crm.segment.internal.SegmentReader;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Segments: describing them, looking at who is in them, and keeping who was. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.SEGMENT_VIEW)
public class SegmentService {

    @Inject
    SegmentReader reader;

    @Inject
    SegmentDesk desk;

    @Inject
    Customers customers;

    /** By name: the caller's own and those that others share. */
    public Page<SegmentView> list(String name, PageRequest page) {
        return reader.page(name, page);
    }

    /** @throws NotFound when there is none or it is somebody else's */
    public SegmentView get(String publicId) {
        return reader.get(publicId);
    }

    /**
     * Who is in it just now, or was on the day of its snapshot.
     *
     * @throws NotAllowed when the caller may not see what it speaks of
     */
    public SegmentPreview look(String publicId) {
        return reader.look(publicId);
    }

    /**
     * Whom a sentence would mean.
     *
     * @throws InvalidInput when a condition lacks something; the field is g0c0 by group and place
     * @throws NotAllowed when the caller may not see what it speaks of
     */
    public SegmentPreview preview(SegmentRule rule) {
        return reader.preview(rule);
    }

    /** Key of what a condition lacks; empty when it can be asked. */
    public Optional<String> problem(SegmentCondition condition) {
        return reader.problem(condition);
    }

    /** Members by name, after a member or from the first one. */
    public SegmentSlice members(String publicId, String after, int limit) {
        return reader.members(publicId, after, limit);
    }

    /** What two to five segments have in common, as far as the caller sees the customers of all of them. */
    public SegmentOverlap overlap(List<String> publicIds) {
        return reader.overlap(publicIds);
    }

    /** Those that the customer is in, of the first forty that the caller can use. */
    public List<SegmentView> of(String customerPublicId) {
        CustomerRef customer = customers.require(customerPublicId, Permission.CUSTOMER_VIEW);
        return reader.of(customer);
    }

    /** What the caller may ask for. */
    public List<SegmentField> fields() {
        return reader.fields();
    }

    /** The values of a field that can be asked for; empty for text, numbers and days. */
    public List<SegmentOption> options(SegmentField field) {
        return reader.options(field);
    }

    /** What customers can be contacted about. */
    public List<SegmentOption> purposes() {
        return reader.purposes();
    }

    /** Currency of the amounts in conditions. */
    public String currency() {
        return reader.currency();
    }

    /**
     * Keeps what was entered, as a new segment of the caller when it has no id yet.
     *
     * @throws ConcurrentChange when somebody else saved since it was read
     * @throws InvalidInput without a name, or when a condition lacks something
     */
    @RolesAllowed(Permission.Code.SEGMENT_MANAGE)
    public SegmentView save(SegmentForm form) {
        return desk.save(form);
    }

    /** A live, private segment of the caller with the same sentence. */
    @RolesAllowed(Permission.Code.SEGMENT_MANAGE)
    public SegmentView copy(String publicId, String name) {
        return desk.copy(publicId, name);
    }

    @RolesAllowed(Permission.Code.SEGMENT_MANAGE)
    public void delete(String publicId) {
        desk.delete(publicId);
    }

    @RolesAllowed(Permission.Code.SEGMENT_MANAGE)
    public void restore(String publicId) {
        desk.restore(publicId);
    }

    /** From now on its members are those of this moment, as far as the caller sees them; a large one takes a while. */
    @RolesAllowed(Permission.Code.SEGMENT_MANAGE)
    public SegmentView freeze(String publicId) {
        return desk.freeze(publicId);
    }

    /**
     * From now on its members are asked for again whenever it is used.
     *
     * @return public id of the snapshot that was given up, which can be taken again for a day
     */
    @RolesAllowed(Permission.Code.SEGMENT_MANAGE)
    public String thaw(String publicId) {
        return desk.thaw(publicId);
    }

    /** Takes a snapshot again that was given up. @throws NotFound when it is gone */
    @RolesAllowed(Permission.Code.SEGMENT_MANAGE)
    public void freezeAgain(String publicId, String snapshot) {
        desk.freezeAgain(publicId, snapshot);
    }
}
