package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.segment.SegmentView;
import org.vinculo.crm.segment.entity.Segment;
import org.vinculo.crm.segment.entity.SegmentSnapshot;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.PublicId;

/**
 * Which segments a caller knows of: the own ones, and what others share as far as the permission reaches. What is out of
 * reach does not exist.
 */
@ApplicationScoped
public class SegmentBook {

    private static final String OWN =
            " from Segment s where s.deletedAt is null and s.nameNorm like :name and (s.ownerId = :me";
    private static final String AND_SHARED = OWN + " or s.shared = true)";
    private static final String AND_OF_TEAM = OWN + " or (s.shared = true and s.ownerId in :owners))";
    private static final long NOBODY = -1;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffDirectory staff;

    @Inject
    SegmentWords words;

    @Inject
    SegmentStore store;

    @Inject
    RuleCheck check;

    Page<Segment> page(String name, PageRequest request) {
        boolean all = caller.scope(Permission.SEGMENT_VIEW) == Scope.ALL;
        long total = asked(em.createQuery("select count(s)" + (all ? AND_SHARED : AND_OF_TEAM), Long.class), name, all)
                .getSingleResult();
        return new Page<>(rows(name, request), total, false);
    }

    private List<Segment> rows(String name, PageRequest request) {
        boolean all = caller.scope(Permission.SEGMENT_VIEW) == Scope.ALL;
        return asked(
                        em.createQuery(
                                "select s" + (all ? AND_SHARED : AND_OF_TEAM) + " order by s.nameNorm, s.id",
                                Segment.class),
                        name,
                        all)
                .setFirstResult(request.first())
                .setMaxResults(request.size())
                .getResultList();
    }

    /** Those that the caller can also use, by name. */
    public List<Segment> usable(int atMost) {
        return rows(null, PageRequest.of(0, 2 * atMost)).stream()
                .filter(segment -> check.isPermitted(rule(segment)))
                .limit(atMost)
                .toList();
    }

    private <T> TypedQuery<T> asked(TypedQuery<T> query, String name, boolean all) {
        query.setParameter("me", me()).setParameter("name", "%" + Normal.fold(name) + "%");
        return all ? query : query.setParameter("owners", team(caller.scope(Permission.SEGMENT_VIEW)));
    }

    private List<Long> team(Scope reach) {
        Long team = caller.get().teamId();
        if (reach != Scope.TEAM || team == null) {
            return List.of(NOBODY);
        }
        return staff.active().stream()
                .filter(each -> team.equals(each.teamId()))
                .map(StaffRef::id)
                .toList();
    }

    /** The account behind the caller; tokens and jobs own nothing. */
    long me() {
        Caller who = caller.get();
        return who.kind() == Caller.Kind.STAFF && who.accountId() != null ? who.accountId() : NOBODY;
    }

    /** @throws NotFound when there is none or the caller does not know of it */
    public Segment require(String publicId) {
        return find(publicId)
                .filter(segment -> !segment.isDeleted())
                .filter(segment -> isKnown(segment, Permission.SEGMENT_VIEW))
                .orElseThrow(NotFound::new);
    }

    /** As {@link #require}, and only when the caller may see what it speaks of. */
    public Segment requireUsable(String publicId) {
        Segment segment = require(publicId);
        check.permitted(rule(segment));
        return segment;
    }

    /**
     * To be changed.
     *
     * @throws NotFound when the caller does not know of it
     * @throws NotAllowed when the caller knows of it and may only look
     */
    Segment requireOwn(String publicId, boolean deleted) {
        Segment segment = find(publicId)
                .filter(each -> each.isDeleted() == deleted)
                .filter(each -> isKnown(each, Permission.SEGMENT_VIEW))
                .orElseThrow(NotFound::new);
        if (!isManageable(segment)) {
            throw new NotAllowed();
        }
        return segment;
    }

    boolean isManageable(Segment segment) {
        return caller.has(Permission.SEGMENT_MANAGE) && isKnown(segment, Permission.SEGMENT_MANAGE);
    }

    private boolean isKnown(Segment segment, Permission permission) {
        if (segment.getOwnerId() == me()) {
            return true;
        }
        Scope reach = caller.scope(permission);
        return segment.isShared() && (reach == Scope.ALL || team(reach).contains(segment.getOwnerId()));
    }

    private Optional<Segment> find(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            return Optional.empty();
        }
        return em.createQuery("select s from Segment s where s.publicId = :id", Segment.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    public SegmentRule rule(Segment segment) {
        return RuleJson.read(segment.getRule());
    }

    SegmentView view(Segment segment) {
        return views(List.of(segment)).get(0);
    }

    /** With one statement for the owners and one for the snapshots. */
    List<SegmentView> views(Collection<Segment> segments) {
        Map<Long, StaffRef> owners =
                staff.byIds(segments.stream().map(Segment::getOwnerId).collect(Collectors.toSet()));
        Map<Long, SegmentSnapshot> snapshots = snapshots(segments);
        return segments.stream()
                .map(segment -> view(
                        segment,
                        owners.get(segment.getOwnerId()),
                        segment.getSnapshotId() == null ? null : snapshots.get(segment.getSnapshotId())))
                .toList();
    }

    private Map<Long, SegmentSnapshot> snapshots(Collection<Segment> segments) {
        List<Long> ids = segments.stream()
                .map(Segment::getSnapshotId)
                .filter(Objects::nonNull)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery("select s from SegmentSnapshot s where s.id in :ids", SegmentSnapshot.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(SegmentSnapshot::getId, Function.identity()));
    }

    private SegmentView view(Segment segment, StaffRef owner, SegmentSnapshot snapshot) {
        SegmentRule rule = rule(segment);
        boolean usable = check.isPermitted(rule);
        boolean counts = usable && store.reachesEverybody(rule);
        SegmentView.State state = snapshot == null
                ? SegmentView.State.LIVE
                : snapshot.isComplete() ? SegmentView.State.FROZEN : SegmentView.State.FREEZING;
        return new SegmentView(
                segment.getPublicId(),
                segment.getVersion(),
                segment.getName(),
                segment.getDescription(),
                words.sentence(rule),
                rule,
                owner == null ? "" : owner.name(),
                segment.getOwnerId() == me(),
                segment.isShared(),
                isManageable(segment),
                usable,
                state,
                snapshot == null ? null : snapshot.getTakenOn(),
                snapshot == null ? null : snapshot.getTakenBy(),
                counts ? segment.getMembers() : null,
                counts ? segment.getCountedAt() : null,
                segment.getChangedAt());
    }
}
