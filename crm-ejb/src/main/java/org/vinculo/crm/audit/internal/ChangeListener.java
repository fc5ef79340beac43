package org.vinculo.crm.audit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.internal.sessions.DirectToFieldChangeRecord;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.UpdateObjectQuery;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.shared.PublicEntity;

/** Turns what EclipseLink writes into field differences. */
class ChangeListener extends DescriptorEventAdapter {

    private static final Set<String> NOT_TOLD = Set.of("id", "version", "publicId");
    private static final int LONGEST = 2000;

    private final Audited audited;
    private final Set<String> secret;
    private final Set<String> ignored;

    ChangeListener(Audited audited) {
        this.audited = audited;
        this.secret = Set.of(audited.secret());
        this.ignored = Set.of(audited.ignore());
    }

    @Override
    public void postInsert(DescriptorEvent event) {
        List<FieldChange> changes = new ArrayList<>();
        for (DatabaseMapping mapping : event.getDescriptor().getMappings()) {
            if (mapping.isDirectToFieldMapping()) {
                add(changes, mapping.getAttributeName(), null, mapping.getAttributeValueFromObject(event.getSource()));
            }
        }
        tell("created", event, changes);
    }

    @Override
    public void postUpdate(DescriptorEvent event) {
        ObjectChangeSet changeSet =
                event.getQuery() instanceof UpdateObjectQuery update ? update.getObjectChangeSet() : null;
        if (changeSet == null) {
            return;
        }
        List<FieldChange> changes = new ArrayList<>();
        for (var record : changeSet.getChanges()) {
            if (record instanceof DirectToFieldChangeRecord direct) {
                add(changes, direct.getAttribute(), direct.getOldValue(), direct.getNewValue());
            }
        }
        if (!changes.isEmpty()) {
            tell("changed", event, changes);
        }
    }

    @Override
    public void postDelete(DescriptorEvent event) {
        tell("deleted", event, List.of());
    }

    private void add(List<FieldChange> changes, String attribute, Object before, Object after) {
        if (NOT_TOLD.contains(attribute) || ignored.contains(attribute) || Objects.equals(before, after)) {
            return;
        }
        boolean hidden = secret.contains(attribute);
        changes.add(new FieldChange(attribute, text(before, hidden), text(after, hidden)));
    }

    private static String text(Object value, boolean hidden) {
        if (value == null) {
            return null;
        }
        String text = hidden ? "***" : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private void tell(String action, DescriptorEvent event, List<FieldChange> changes) {
        Object source = event.getSource();
        String publicId = source instanceof PublicEntity entity ? entity.getPublicId() : null;
        PendingAudit.add(new AuditEvent(
                action, audited.name(), publicId, customerId(event.getDescriptor(), source), null, changes));
    }

    private Long customerId(ClassDescriptor descriptor, Object source) {
        if (audited.customer().isEmpty()) {
            return null;
        }
        return (Long) descriptor.getMappingForAttributeName(audited.customer()).getAttributeValueFromObject(source);
    }
}
