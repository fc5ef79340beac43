package org.vinculo.crm.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vinculo.crm.document.entity.Attachment;
import org.vinculo.crm.document.internal.FileNames;
import org.vinculo.crm.document.internal.FileSort;
import org.vinculo.crm.document.internal.FileStore;
import org.vinculo.crm.document.internal.VirusScanner;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.SecurityEvent;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;

/** Files at records, for the rooms of the records, inside the transaction of a boundary that has checked who calls. */
@ApplicationScoped
public class Attachments {

    private static final String FILE = "file";
    private static final long MEGABYTE = 1024L * 1024L;
    private static final String PRESENT =
            "select a from Attachment a where a.ownerType = :type and a.ownerId = :owner and a.removedAt is null";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    CurrentCaller caller;

    @Inject
    FileStore store;

    @Inject
    VirusScanner scanner;

    @Inject
    Event<SecurityEvent> events;

    /**
     * Keeps a file at a record.
     *
     * @param name as the sender called it; folders in it are ignored
     * @throws InvalidInput naming the field {@code file}: too many, too large, empty, of a sort that is not taken, or infected
     */
    public AttachmentView add(FileOwner owner, String name, InputStream content) {
        int most = settings.number(Setting.FILES_PER_RECORD);
        if (list(owner.type(), owner.id()).size() >= most) {
            throw InvalidInput.field(FILE, "document.error.tooMany", most);
        }
        String kept = FileNames.clean(name);
        String[] sort = new String[1];
        FileStore.Stored stored = store.keep(content, mostBytes(), file -> {
            sort[0] = FileSort.of(file, kept);
            scanner.check(file);
        });
        Attachment attachment = new Attachment(owner, kept, sort[0], stored.size(), stored.hash());
        String who = caller.get().name();
        attachment.addedBy(who == null ? "-" : who, clock.instant());
        em.persist(attachment);
        events.fire(new SecurityEvent(
                "file.added",
                null,
                FILE,
                attachment.getPublicId(),
                owner.customerId(),
                attachment.view().name()));
        return attachment.view();
    }

    public long mostBytes() {
        return settings.number(Setting.FILE_MAX_MB) * MEGABYTE;
    }

    /** Oldest first. */
    public List<AttachmentView> list(String ownerType, long ownerId) {
        return of(ownerType, ownerId).stream().map(Attachment::view).toList();
    }

    /** The files of many records in one statement; records without one are left out. */
    public Map<Long, List<AttachmentView>> lists(String ownerType, Collection<Long> ownerIds) {
        if (ownerIds.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select a from Attachment a where a.ownerType = :type and a.ownerId in :owners"
                                + " and a.removedAt is null order by a.id",
                        Attachment.class)
                .setParameter("type", ownerType)
                .setParameter("owners", ownerIds)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        Attachment::getOwnerId, Collectors.mapping(Attachment::view, Collectors.toList())));
    }

    /** Files at records of a sort with the place of their bytes, in the order asked for; for rooms that send them on. */
    public List<FileContent> contents(String ownerType, List<String> publicIds) {
        if (publicIds.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select a from Attachment a where a.ownerType = :type and a.publicId in :ids"
                                + " and a.removedAt is null",
                        Attachment.class)
                .setParameter("type", ownerType)
                .setParameter("ids", publicIds)
                .getResultStream()
                .sorted(Comparator.comparingInt(each -> publicIds.indexOf(each.getPublicId())))
                .map(each -> new FileContent(each.view(), store.path(each.getHash())))
                .toList();
    }

    /** How many files records have; those without one are left out. */
    public Map<Long, Integer> counts(String ownerType, Collection<Long> ownerIds) {
        if (ownerIds.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select a.ownerId, count(a) from Attachment a where a.ownerType = :type and a.ownerId in :owners"
                                + " and a.removedAt is null group by a.ownerId",
                        Object[].class)
                .setParameter("type", ownerType)
                .setParameter("owners", ownerIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> ((Number) row[1]).intValue()));
    }

    /** Gives the files of one record to another. */
    public void move(FileOwner from, FileOwner to) {
        of(from.type(), from.id()).forEach(attachment -> attachment.belongTo(to));
    }

    private List<Attachment> of(String ownerType, long ownerId) {
        return em.createQuery(PRESENT + " order by a.id", Attachment.class)
                .setParameter("type", ownerType)
                .setParameter("owner", ownerId)
                .setMaxResults(1000)
                .getResultList();
    }
}
