package org.vinculo.crm.operations.internal;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.notification.OutboxQueue;
import org.vinculo.crm.operations.BackupView;
import org.vinculo.crm.platform.JobState;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Belief;

/** The figures of this process and of the database it works on, as monitoring reads them. */
@ApplicationScoped
public class Figures {

    private static final Logger LOG = Logger.getLogger(Figures.class.getName());
    private static final Duration BELIEVED = Duration.ofSeconds(5);

    /** What the database says; asked at most every few seconds, however many programs watch. */
    private record Stored(
            Map<JobState, Long> jobs, Map<OutboxQueue.Figure, Long> outbox, Optional<BackupView> backup, Instant at) {}

    private volatile Stored stored;

    @Inject
    Traffic traffic;

    @Inject
    Readiness readiness;

    @Inject
    OperationsReads database;

    @Inject
    Product product;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    public String text() {
        StringBuilder out = new StringBuilder(4000);
        head(out, "crm_info", "gauge", "Version of the product.");
        line(out, "crm_info{version=\"" + product.version() + "\"}", 1);
        requests(out);
        process(out);
        readings(out);
        return out.toString();
    }

    private void requests(StringBuilder out) {
        head(out, "crm_http_requests_running", "gauge", "Requests that are being answered.");
        line(out, "crm_http_requests_running", traffic.running());
        head(out, "crm_http_requests_total", "counter", "Answers by door, sort of address and class of status.");
        traffic.places().forEach((place, times) -> times.statuses()
                .forEach((status, count) ->
                        line(out, "crm_http_requests_total{" + labels(place) + ",status=\"" + status + "\"}", count)));
        head(out, "crm_http_request_seconds", "histogram", "How long answers took.");
        traffic.places().forEach((place, times) -> {
            for (int i = 0; i < Traffic.BOUNDS.size(); i++) {
                line(out, bucket(place, number(Traffic.BOUNDS.get(i))), times.upTo(i));
            }
            long all = times.upTo(Traffic.BOUNDS.size());
            line(out, bucket(place, "+Inf"), all);
            line(out, "crm_http_request_seconds_sum{" + labels(place) + "}", times.seconds());
            line(out, "crm_http_request_seconds_count{" + labels(place) + "}", all);
        });
    }

    private void process(StringBuilder out) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        gauge(out, "crm_heap_used_bytes", "Memory in use.", heap.getUsed());
        gauge(out, "crm_heap_max_bytes", "Memory that may be used.", heap.getMax());
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        head(out, "crm_gc_seconds_total", "counter", "Time spent in collecting garbage.");
        line(
                out,
                "crm_gc_seconds_total",
                collectors.stream()
                                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                                .sum()
                        / 1e3);
        gauge(
                out,
                "crm_threads",
                "Threads of the process.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        gauge(
                out,
                "crm_uptime_seconds",
                "Time since the process started.",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
        try {
            gauge(
                    out,
                    "crm_disk_free_bytes",
                    "Room left on the disk of the data folder.",
                    Files.getFileStore(settings.dataDir()).getUsableSpace());
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "The disk of the data folder cannot be read", unreadable);
        }
    }

    private void readings(StringBuilder out) {
        Readiness.Answer answer = readiness.ask();
        gauge(out, "crm_database_up", "Whether the database answers.", answer.up() ? 1 : 0);
        gauge(
                out,
                "crm_database_answer_seconds",
                "Time to a connection of the pool and the answer to a small query.",
                answer.seconds());
        if (!answer.up()) {
            return;
        }
        Stored known;
        try {
            known = stored();
        } catch (EJBException away) {
            LOG.log(Level.WARNING, "Figures of the database cannot be read", away);
            return;
        }
        head(out, "crm_jobs", "gauge", "Jobs that wait, run, and failed within a day.");
        known.jobs()
                .forEach((state, count) ->
                        line(out, "crm_jobs{state=\"" + state.name().toLowerCase(Locale.ROOT) + "\"}", count));
        gauge(out, "crm_outbox_waiting", "Mails not sent yet.", known.outbox().get(OutboxQueue.Figure.WAITING));
        gauge(
                out,
                "crm_outbox_failed",
                "Mails given up within a day.",
                known.outbox().get(OutboxQueue.Figure.FAILED));
        gauge(
                out,
                "crm_outbox_oldest_seconds",
                "Age of the oldest mail not sent yet.",
                known.outbox().get(OutboxQueue.Figure.OLDEST_SECONDS));
        known.backup()
                .ifPresent(backup -> gauge(
                        out,
                        "crm_backup_age_seconds",
                        "Time since the last good backup began.",
                        Duration.between(backup.startedAt(), clock.instant()).toSeconds()));
    }

    private Stored stored() {
        Stored known = stored;
        Instant now = clock.instant();
        if (known == null || !Belief.holds(known.at(), BELIEVED, now)) {
            known = new Stored(new EnumMap<>(database.jobs()), database.outbox(), database.lastBackup(), now);
            stored = known;
        }
        return known;
    }

    private static String labels(Traffic.Place place) {
        return "door=\"" + place.door() + "\",kind=\"" + place.kind() + "\"";
    }

    private static String bucket(Traffic.Place place, String bound) {
        return "crm_http_request_seconds_bucket{" + labels(place) + ",le=\"" + bound + "\"}";
    }

    private static void gauge(StringBuilder out, String name, String help, double value) {
        head(out, name, "gauge", help);
        line(out, name, value);
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder out, String name, double value) {
        out.append(name).append(' ').append(number(value)).append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
