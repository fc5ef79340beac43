package org.vinculo.crm.cadence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculo.crm.cadence.CadenceSettings;
import org.vinculo.crm.cadence.ProposalState;
import org.vinculo.crm.cadence.entity.ContactProposal;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ContactAnswer;
import org.vinculo.crm.consent.Contactability;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.RefreshFinished;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.TierTreatment;
import org.vinculo.crm.value.Tiers;

/**
 * Goes over all customers with figures, in the order of their ids, and proposes a contact with those who have been silent
 * for too long. The checkpoint is the last id; a chunk may be done again and gives the same.
 */
@ApplicationScoped
public class CadenceJob implements JobHandler {

    public static final String NAME = "cadence";

    /** For which a contact that nobody asked for must be allowed. */
    static final String PURPOSE = "offers";

    private static final int AT_ONCE = 200;

    // One table each, by a range of ids: joined, the database sorted the whole base for every chunk.
    private static final String VALUED = "select customer_id, tier, phase from customer_value where customer_id > ?1"
            + " order by customer_id fetch first " + AT_ONCE + " rows only";
    private static final String KNOWN =
            "select id, created_at from customer where id > ?1 and id <= ?2 and deleted_at is null";
    private static final String SPOKEN = "select customer_id, max(started_at) from interaction where customer_id > ?1"
            + " and customer_id <= ?2 and deleted_at is null"
            + " and (outcome is null or outcome not in ('NOT_REACHED', 'LEFT_MESSAGE')) group by customer_id";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    CadenceBook book;

    @Inject
    Tiers tiers;

    @Inject
    Contactability contactability;

    @Inject
    Settings settings;

    @Inject
    Jobs jobs;

    /** A customer with what decides. */
    private record Candidate(long id, Tier tier, Phase phase, LocalDate knownSince, LocalDate lastOn) {

        long silent(LocalDate today) {
            return ChronoUnit.DAYS.between(lastOn == null ? knownSince : lastOn, today);
        }
    }

    void figuresMade(@Observes RefreshFinished finished) {
        book.policy().order(book.today());
        if (!jobs.isOpen(NAME)) {
            jobs.submit(NAME, "", "figures");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean inBackground() {
        return true;
    }

    @Override
    public JobStep step(JobContext context) {
        long after = context.checkpoint() == null ? Long.MIN_VALUE : Long.parseLong(context.checkpoint());
        List<Object[]> valued = rows(em.createNativeQuery(VALUED).setParameter(1, after));
        if (valued.isEmpty()) {
            return JobStep.finished(context.done());
        }
        long last = id(valued.get(valued.size() - 1));
        List<Candidate> candidates = candidates(valued, after, last);
        propose(candidates);
        return JobStep.more(String.valueOf(last), context.done() + candidates.size(), 0);
    }

    private List<Candidate> candidates(List<Object[]> valued, long after, long last) {
        Map<Long, LocalDate> known = days(KNOWN, after, last);
        Map<Long, LocalDate> spoken = days(SPOKEN, after, last);
        return valued.stream()
                .filter(row -> row[1] != null && known.containsKey(id(row)))
                .map(row -> new Candidate(
                        id(row),
                        Tier.valueOf((String) row[1]),
                        Phase.valueOf((String) row[2]),
                        known.get(id(row)),
                        spoken.get(id(row))))
                .toList();
    }

    private Map<Long, LocalDate> days(String sql, long after, long last) {
        Map<Long, LocalDate> days = new HashMap<>();
        rows(em.createNativeQuery(sql).setParameter(1, after).setParameter(2, last))
                .forEach(row -> days.put(id(row), day(row[1])));
        return days;
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }

    private static long id(Object[] row) {
        return ((Number) row[0]).longValue();
    }

    private LocalDate day(Object moment) {
        LocalDateTime utc =
                moment instanceof java.sql.Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) moment;
        return LocalDate.ofInstant(utc.toInstant(ZoneOffset.UTC), settings.zone());
    }

    private void propose(List<Candidate> candidates) {
        CadenceSettings rules = book.policy().settings();
        Map<Tier, TierTreatment> treatments = tiers.treatments();
        LocalDate today = book.today();
        List<Long> ids = candidates.stream().map(Candidate::id).toList();
        Map<Long, ContactProposal> known = book.of(ids);
        List<Candidate> due = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int limit = limit(rules, treatments, candidate);
            ContactProposal proposal = known.get(candidate.id());
            boolean silent = limit > 0 && candidate.silent(today) >= limit;
            boolean rests = proposal != null && proposal.rests(today, candidate.lastOn(), limit, settings.zone());
            if (silent && !rests) {
                due.add(candidate);
            } else if (proposal != null && proposal.getState() == ProposalState.PROPOSED) {
                em.remove(proposal);
            }
        }
        Map<Long, Map<Channel, ContactAnswer>> answers = due.isEmpty()
                ? Map.of()
                : contactability.lights(due.stream().map(Candidate::id).toList(), PURPOSE);
        for (Candidate candidate : due) {
            ContactProposal proposal = known.get(candidate.id());
            Optional<Channel> way = allowed(answers.getOrDefault(candidate.id(), Map.of()));
            if (way.isPresent()) {
                write(proposal, candidate, limit(rules, treatments, candidate), way.get(), today);
            } else if (proposal != null && proposal.getState() == ProposalState.PROPOSED) {
                em.remove(proposal);
            }
        }
    }

    private static int limit(CadenceSettings rules, Map<Tier, TierTreatment> treatments, Candidate candidate) {
        TierTreatment treatment = treatments.get(candidate.tier());
        return treatment == null ? 0 : rules.limit(treatment.cadenceDays(), candidate.phase());
    }

    /** The first that is allowed now, else the first that only has to wait for its hours. */
    private static Optional<Channel> allowed(Map<Channel, ContactAnswer> answers) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue().isAllowed())
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> answers.entrySet().stream()
                        .filter(answer -> answer.getValue().verdict() == ContactAnswer.Verdict.WAIT)
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private void write(ContactProposal known, Candidate candidate, int limit, Channel way, LocalDate today) {
        ContactProposal proposal = known == null ? new ContactProposal(candidate.id()) : known;
        proposal.describe(
                candidate.tier(), candidate.phase(), candidate.lastOn(), (int) candidate.silent(today), limit, way);
        proposal.propose(clock.instant());
        if (known == null) {
            em.persist(proposal);
        }
    }
}
