package org.vinculo.crm.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.exchange.entity.ExportJob;
import org.vinculo.crm.exchange.internal.out.ExportColumns;
import org.vinculo.crm.exchange.internal.out.ExportFiles;
import org.vinculo.crm.exchange.internal.out.ExportRunner;
import org.vinculo.crm.exchange.internal.out.SelectionJson;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StoredCaller;
import org.vinculo.crm.identity.Turns;
import org.vinculo.crm.party.CustomerExport;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.TooManyRequests;

/**
 * Carrying data out: customers, their purchases or their conversations, as CSV, XLSX or vCard. Everybody sees only what
 * they exported themselves, because the rows are those that they may read. Every export and every download is logged.
 */
@Stateless
@Boundary
@RolesAllowed(Permission.Code.EXPORT_RUN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ExportService {

    /** At most so many customers can be named one by one. */
    public static final int MOST_PICKED = 10_000;

    private static final int COUNTED = 1_000_000;
    private static final int OPEN_AT_ONCE = 3;
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    @Inject
    Turns turns;

    @Inject
    CustomerExport customers;

    @Inject
    ExportColumns columns;

    @Inject
    ExportFiles files;

    @Inject
    Jobs jobs;

    @Inject
    AuditLog audit;

    /** The columns that an export of this kind can have, as far as the caller may read them. */
    public List<ExportColumn> columns(ImportKind kind) {
        return columns.of(kind);
    }

    /** What the caller may export. */
    public List<ImportKind> kinds() {
        return List.of(ImportKind.values()).stream()
                .filter(kind -> caller.has(needed(kind)))
                .toList();
    }

    /** How many customers the list has, at most {@code cap}. */
    public long count(CustomerList selection, int cap) {
        return customers.count(selection, cap);
    }

    /** As {@link #start(ExportOrder)} with the usual columns, for everything that the list shows. */
    public ExportView start(CustomerList selection, ImportKind kind, ExportFormat format) {
        return start(new ExportOrder(kind, format, List.of(), selection, List.of()));
    }

    /**
     * Starts an export; it goes on by itself after an interruption.
     *
     * @throws InvalidInput when there are no such columns, or vCards are wanted of something else than customers
     * @throws TooManyRequests while the caller has several running
     */
    public ExportView start(ExportOrder order) {
        caller.scope(needed(order.kind()));
        if (order.format() == ExportFormat.VCARD && order.kind() != ImportKind.CUSTOMERS) {
            throw InvalidInput.field("format", "exchange.export.cards");
        }
        if (order.picked().size() > MOST_PICKED) {
            throw InvalidInput.field("ids", "tooLong", MOST_PICKED);
        }
        List<String> chosen = columns.chosen(order.kind(), order.columns());
        Caller who = caller.get();
        long expected = order.picked().isEmpty()
                ? customers.count(order.customers(), COUNTED)
                : order.picked().size();
        ExportJob job = new ExportJob(order, chosen, SelectionJson.write(order), fileName(order, who), files.fresh());
        job.askedFor(
                clock.instant(),
                by(who),
                who.kind().name(),
                who.accountId(),
                StoredCaller.write(who, allowed(who, reach(order))),
                expected);
        turns.take();
        if (open(who) >= OPEN_AT_ONCE) {
            throw new TooManyRequests(WAIT);
        }
        em.persist(job);
        jobs.submit(ExportRunner.NAME, job.getPublicId(), by(who));
        audit.record(AuditEvent.about("export.started", "export", job.getPublicId(), null, job.getFileName()));
        return job.view();
    }

    private static Permission needed(ImportKind kind) {
        return switch (kind) {
            case CUSTOMERS -> Permission.CUSTOMER_VIEW;
            case PURCHASES -> Permission.PURCHASE_VIEW;
            case INTERACTIONS -> Permission.INTERACTION_VIEW;
        };
    }

    /** The rows are read later with exactly the reach of this moment. */
    private static Map<Permission, Scope> allowed(Caller who, Scope reach) {
        Map<Permission, Scope> allowed = new EnumMap<>(Permission.class);
        allowed.putAll(who.permissions());
        allowed.put(Permission.CUSTOMER_VIEW, reach);
        return allowed;
    }

    /** As far as all the permissions reach together. */
    private Scope reach(ExportOrder order) {
        Scope reach = caller.scope(Permission.EXPORT_RUN);
        for (Permission needed : List.of(Permission.CUSTOMER_VIEW, needed(order.kind()))) {
            Scope scope = caller.scope(needed);
            reach = scope.ordinal() < reach.ordinal() ? scope : reach;
        }
        return reach;
    }

    private long open(Caller who) {
        return em.createQuery(
                        "select count(e) from ExportJob e where e.accountId = :account and e.callerKind = :kind"
                                + " and e.state in :open",
                        Long.class)
                .setParameter("account", who.accountId())
                .setParameter("kind", who.kind().name())
                .setParameter("open", List.of(ExportState.QUEUED, ExportState.RUNNING))
                .getSingleResult();
    }

    /** Says who and when, so that a copy found somewhere can be traced. */
    private String fileName(ExportOrder order, Caller who) {
        String name = Normal.fold(by(who)).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        ZoneId zone = who.zone();
        return order.kind().code() + "-" + STAMP.format(clock.instant().atZone(zone))
                + (name.isEmpty() ? "" : "-" + name) + "." + order.format().extension();
    }

    /** @throws NotFound when there is none or somebody else asked for it */
    public ExportView get(String id) {
        return own(id).view();
    }

    /** Those of the caller, newest first. */
    public Page<ExportView> list(PageRequest page) {
        Caller who = caller.get();
        long total = em.createQuery(
                        "select count(e) from ExportJob e where e.accountId = :account and e.callerKind = :kind",
                        Long.class)
                .setParameter("account", who.accountId())
                .setParameter("kind", who.kind().name())
                .getSingleResult();
        return new Page<>(views(null, page.first(), page.size()), total, false);
    }

    /** Those of the caller, newest first, that are older than the one named. */
    public List<ExportView> after(String id, int limit) {
        return views(id == null ? null : own(id).getId(), 0, limit);
    }

    private List<ExportView> views(Long below, int first, int limit) {
        Caller who = caller.get();
        return em.createQuery(
                        "select e from ExportJob e where e.accountId = :account and e.callerKind = :kind"
                                + " and e.id < :below order by e.id desc",
                        ExportJob.class)
                .setParameter("account", who.accountId())
                .setParameter("kind", who.kind().name())
                .setParameter("below", below == null ? Long.valueOf(Long.MAX_VALUE) : below)
                .setFirstResult(first)
                .setMaxResults(limit)
                .getResultStream()
                .map(ExportJob::view)
                .toList();
    }

    /**
     * The finished file; each download is logged.
     *
     * @throws NotFound when there is none, it is not ready, or its time is over
     */
    public ExportDownload download(String id) {
        ExportJob job = own(id);
        if (!job.view().downloadable() || !Files.exists(files.path(job.getStoredName()))) {
            throw new NotFound();
        }
        audit.record(AuditEvent.about("export.downloaded", "export", job.getPublicId(), null, job.getFileName()));
        return new ExportDownload(
                job.getFileName(), job.getFormat().mediaType(), job.view().bytes(), files.path(job.getStoredName()));
    }

    /** Deletes the file before its time. @throws NotFound while it is being written */
    public void delete(String id) {
        ExportJob job = own(id);
        if (!job.getState().isOver()) {
            throw new NotFound();
        }
        files.delete(job.getStoredName());
        job.expire();
        audit.record(AuditEvent.about("export.deleted", "export", job.getPublicId(), null, job.getFileName()));
    }

    private ExportJob own(String id) {
        if (!PublicId.isWellFormed(id)) {
            throw new NotFound();
        }
        Caller who = caller.get();
        return em.createQuery("select e from ExportJob e where e.publicId = :id", ExportJob.class)
                .setParameter("id", id)
                .getResultStream()
                .filter(job -> job.belongsTo(who.kind().name(), who.accountId()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String by(Caller who) {
        return who.name() == null ? "-" : who.name();
    }
}
