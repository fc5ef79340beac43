package org.vinculo.crm.party;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.SqlText;

/**
 * A kind of records besides customers that the search finds: purchases, cases, offers. The room that owns them tells
 * {@link SearchIndex} what each is found by, in the transaction in which it changes, and shows here what was found.
 */
public interface SearchRecords {

    /** Name of the kind; stored with each entry and in the address of the results; at most 20 lower-case letters. */
    String kind();

    /** Place among the kinds; customers come before all. */
    int order();

    /** Heading of the group. */
    Phrase title();

    /** Icon of the group. */
    String icon();

    /** What the caller needs; as far as it reaches, records are found. */
    Permission permission();

    /**
     * The condition in SQL for records that the caller reaches, over {@code k.record_id} and {@code k.customer_id}; by
     * their customer, unless the room reaches them otherwise as well.
     */
    default SqlText reached(CustomerScope scope) {
        return SqlText.empty()
                .sqlPart(
                        "exists (select 1 from customer c --DERBY-PROPERTIES index=customer_there, joinStrategy=NESTEDLOOP\n"
                                + " where c.id = k.customer_id and c.deleted_at is null")
                .add(scope.andReached())
                .sqlPart(")");
    }

    /** The records as they are shown, by internal id; who is left out is gone. */
    Map<Long, SearchHit> hits(Collection<Long> recordIds);

    /** The next records by their ids, and nothing but the ids: a database that reads more sorts all of them each time. */
    List<Long> ids(long afterId, int size);

    /** What some records are found by now; who is left out is not found. */
    List<SearchIndex.Entry> entries(Collection<Long> recordIds);
}
