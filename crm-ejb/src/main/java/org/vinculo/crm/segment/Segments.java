package org.vinculo.crm.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.segment.entity.Segment;
import org.vinculo.crm.segment.internal.RuleKeeper;
import org.vinculo.crm.segment.internal.SegmentBook;
import org.vinculo.crm.segment.internal.SegmentStore;
import org.vinculo.crm.shared.SqlText;

/** Segments for the other rooms, inside the transaction of their boundary. */
@ApplicationScoped
public class Segments {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    SegmentBook book;

    @Inject
    SegmentStore store;

    /**
     * Who is in the segment and within the caller's reach, as a criterion over the customer {@code c}.
     *
     * @throws org.vinculo.crm.shared.NotFound when the caller does not know of it
     * @throws org.vinculo.crm.shared.NotAllowed when the caller may not see what it speaks of
     */
    public SqlText members(String publicId) {
        Segment segment = book.requireUsable(publicId);
        return SqlText.empty()
                .sqlPart("(")
                .add(store.criterion(segment))
                .add(store.reach(book.rule(segment).permissions()).andReached())
                .sqlPart(")");
    }

    /** Who is in at least one of the segments, of those of whom the caller may see what all of them speak of. */
    public SqlText anyOf(List<String> publicIds) {
        SqlText sql = SqlText.empty().sqlPart("((");
        Set<Permission> permissions = new HashSet<>();
        String between = "";
        for (String publicId : publicIds) {
            Segment segment = book.requireUsable(publicId);
            permissions.addAll(book.rule(segment).permissions());
            sql.sqlPart(between).add(store.criterion(segment));
            between = " or ";
        }
        return sql.sqlPart(")").add(store.reach(permissions).andReached()).sqlPart(")");
    }

    /** Who is not in the segment, of those whom the caller may judge; otherwise as {@link #members}. */
    public SqlText others(String publicId) {
        Segment segment = book.requireUsable(publicId);
        return SqlText.empty()
                .sqlPart("(case when ")
                .add(store.criterion(segment))
                .sqlPart(" then 1 else 0 end = 0")
                .add(store.reach(book.rule(segment).permissions()).andReached())
                .sqlPart(")");
    }

    /** Its name, when the caller knows of it. */
    public String name(String publicId) {
        return book.require(publicId).getName();
    }

    /** Writes a shared segment of somebody without asking who calls; for what a company starts with. */
    public void seed(long ownerId, String name, String description, SegmentRule rule) {
        Instant now = clock.instant();
        Segment segment = new Segment(ownerId, now, "-");
        segment.describe(name, description, true, now);
        RuleKeeper.keep(segment, rule, now);
        em.persist(segment);
    }
}
