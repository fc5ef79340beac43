package org.vinculo.crm.segment;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.identity.Permission;

/**
 * The sentence of a segment: groups of conditions.
 *
 * @param all whether a customer has to meet every group, or one of them
 */
public record SegmentRule(boolean all, List<Group> groups) implements Serializable {

    /** So that a sentence can still be read by people, and by databases. */
    public static final int MOST_GROUPS = 6;

    public static final int MOST_CONDITIONS = 10;
    public static final int MOST_VALUES = 60;

    public SegmentRule {
        groups = List.copyOf(groups);
    }

    /**
     * Conditions that belong together.
     *
     * @param all whether a customer has to meet every condition, or one of them
     */
    public record Group(boolean all, List<SegmentCondition> conditions) implements Serializable {

        public Group {
            conditions = List.copyOf(conditions);
        }
    }

    /** Everybody who meets all of the conditions. */
    public static SegmentRule of(SegmentCondition... conditions) {
        return new SegmentRule(true, List.of(new Group(true, List.of(conditions))));
    }

    public Stream<SegmentCondition> conditions() {
        return groups.stream().flatMap(group -> group.conditions().stream());
    }

    /** What a caller has to be permitted to see, besides customers. */
    public Set<Permission> permissions() {
        return Stream.concat(
                        Stream.of(Permission.CUSTOMER_VIEW),
                        conditions().map(condition -> condition.field().permission()))
                .collect(Collectors.toSet());
    }
}
