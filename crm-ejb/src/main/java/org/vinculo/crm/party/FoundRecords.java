package org.vinculo.crm.party;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.config.DescriptorCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.queries.UpdateObjectQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.vinculo.crm.shared.BaseEntity;

/** Remembers with the transaction which entities marked with {@link FoundBy} have to be found by something else from now on. */
public final class FoundRecords implements DescriptorCustomizer {

    private static final String KEY = FoundRecords.class.getName();

    @Override
    public void customize(ClassDescriptor descriptor) {
        FoundBy found = descriptor.getJavaClass().getAnnotation(FoundBy.class);
        descriptor.getEventManager().addListener(new Changes(found.kind(), Set.of(found.fields())));
    }

    /** Something besides the entity's own attributes has changed by which it is found, such as its files. */
    public static void touch(Session transaction, String kind, long recordId) {
        touch(transaction, kind, recordId, true);
    }

    private static void touch(Session transaction, String kind, long recordId, boolean known) {
        touched(transaction)
                .computeIfAbsent(kind, any -> new LinkedHashMap<>())
                .merge(recordId, known, Boolean::logicalAnd);
    }

    /** By kind the ids of those touched so far and whether the search may know them already; they are forgotten with this. */
    public static Map<String, Map<Long, Boolean>> take(UnitOfWork transaction) {
        Map<String, Map<Long, Boolean>> touched = touched(transaction);
        ((AbstractSession) transaction).setProperty(KEY, null);
        return touched;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<Long, Boolean>> touched(Session transaction) {
        AbstractSession session = (AbstractSession) transaction;
        Map<String, Map<Long, Boolean>> touched = (Map<String, Map<Long, Boolean>>) session.getProperty(KEY);
        if (touched == null) {
            touched = new LinkedHashMap<>();
            session.setProperty(KEY, touched);
        }
        return touched;
    }

    private static final class Changes extends DescriptorEventAdapter {

        private final String kind;
        private final Set<String> fields;

        Changes(String kind, Set<String> fields) {
            this.kind = kind;
            this.fields = fields;
        }

        @Override
        public void postInsert(DescriptorEvent event) {
            touch(event, false);
        }

        @Override
        public void postDelete(DescriptorEvent event) {
            touch(event, true);
        }

        @Override
        public void postUpdate(DescriptorEvent event) {
            ObjectChangeSet changes =
                    event.getQuery() instanceof UpdateObjectQuery update ? update.getObjectChangeSet() : null;
            if (changes == null
                    || changes.getChanges().stream().anyMatch(each -> fields.contains(each.getAttribute()))) {
                touch(event, true);
            }
        }

        private void touch(DescriptorEvent event, boolean known) {
            FoundRecords.touch(event.getSession(), kind, ((BaseEntity) event.getSource()).getId(), known);
        }
    }
}
