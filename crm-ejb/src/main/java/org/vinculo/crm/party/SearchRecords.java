package org.vinculo.crm.party;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.identity.Permission;

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

    /** What the caller needs; it has to reach the customer of the record too. */
    Permission permission();

    /** The records as they are shown, by internal id; who is left out is gone. */
    Map<Long, SearchHit> hits(Collection<Long> recordIds);

    /** All records in the order of their ids, to make the index anew. */
    List<SearchIndex.Entry> entries(long afterId, int size);
}
