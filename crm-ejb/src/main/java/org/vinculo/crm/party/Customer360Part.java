package org.vinculo.crm.party;

import java.util.List;
import java.util.Optional;

/**
 * What a room contributes to the page of a customer. The page assembles all beans of this type without knowing the
 * rooms behind them. Every method is called inside a boundary that has checked the customer against the caller; a part
 * whose own permission is missing contributes nothing, except a panel or tab that says so.
 */
public interface Customer360Part {

    /** Name of the part in the order of the timeline and in scripts; short, lower case, unique. */
    String source();

    /** Place among the parts, ascending. */
    int order();

    /** What the entries of this part are; the part is not asked when the reader narrows to another group. */
    default TimelineGroup group() {
        return TimelineGroup.SYSTEM;
    }

    default List<Badge> badges(long customerId) {
        return List.of();
    }

    default List<Because> because(long customerId) {
        return List.of();
    }

    default List<Figure> figures(long customerId) {
        return List.of();
    }

    /**
     * The newest entries before the cursor, {@code at desc, id desc}, at most {@code limit}.
     *
     * @param before never null; see {@link TimelineCursor#idBelow}
     */
    default List<TimelineEntry> timeline(long customerId, TimelineCursor before, int limit) {
        return List.of();
    }

    default Optional<Tab> tab(long customerId) {
        return Optional.empty();
    }

    default List<CustomerAction> actions(CustomerRef customer) {
        return List.of();
    }

    default List<PanelRef> panels(long customerId) {
        return List.of();
    }
}
