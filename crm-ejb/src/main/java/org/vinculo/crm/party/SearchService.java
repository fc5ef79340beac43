package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.internal.CustomerQuery;
import org.vinculo.crm.party.internal.CustomerRows;
import org.vinculo.crm.party.internal.RecordQuery;
import org.vinculo.crm.party.internal.SearchTokens;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;

/**
 * The search over everything: customers first, then the records of the other rooms. What the caller may not open is
 * neither shown nor counted.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.STAFF)
public class SearchService {

    /** The kind of customers; those of other rooms are {@link SearchRecords#kind()}. */
    public static final String CUSTOMERS = "customers";

    /** As much of a kind is shown while somebody types. */
    public static final int QUICK = 7;

    private static final int QUICK_RECORDS = 4;
    private static final int SHORTEST = 2;

    @Inject
    CustomerQuery query;

    @Inject
    CustomerRows rows;

    @Inject
    RecordQuery records;

    @Inject
    CurrentCaller caller;

    @Inject
    SearchRefresh refresh;

    @Inject
    @Any
    Instance<SearchRecords> kinds;

    /** The best of each kind; kinds without any are left out. Fewer than two characters find nothing. */
    public List<SearchGroup> quick(String q) {
        if (Normal.fold(q).length() < SHORTEST) {
            return List.of();
        }
        List<SearchGroup> groups = new ArrayList<>();
        if (caller.has(Permission.CUSTOMER_VIEW)) {
            groups.add(quickCustomers(q));
        }
        permitted().forEach(kind -> groups.add(group(kind, q, 0, QUICK_RECORDS)));
        groups.removeIf(group -> group.hits().isEmpty());
        return groups;
    }

    /** Those called as typed come first, then whoever else is found. */
    private SearchGroup quickCustomers(String q) {
        Set<Long> ids = new LinkedHashSet<>();
        String name = Normal.fold(q);
        if (!name.isEmpty()) {
            ids.addAll(query.named(name, QUICK + 1));
        }
        boolean close = false;
        if (ids.size() <= QUICK) {
            CustomerQuery.Found found =
                    query.found(CustomerList.search(q), CustomerSort.NAME, true, 0, QUICK + 1 + ids.size());
            if (!found.close()) {
                ids.addAll(found.ids());
            } else if (ids.isEmpty()) {
                ids.addAll(found.ids());
                close = true;
            }
        }
        return customers(List.copyOf(ids), QUICK, close);
    }

    private SearchGroup customers(List<Long> ids, int size, boolean close) {
        List<SearchHit> hits = rows.rows(ids.subList(0, Math.min(size, ids.size()))).stream()
                .map(SearchService::hit)
                .toList();
        return new SearchGroup(CUSTOMERS, Phrase.of("search.customers"), "users", hits, close, ids.size() > size);
    }

    private static SearchHit hit(CustomerRow row) {
        List<String> known = new ArrayList<>();
        known.add(row.email());
        known.add(row.phone());
        known.add(row.city());
        known.add(row.externalId());
        known.removeIf(Objects::isNull);
        String note = String.join(" · ", known.subList(0, Math.min(3, known.size())));
        return new SearchHit(Phrase.value(row.name()), Phrase.value(note), "/customers/view", row.publicId());
    }

    /** A part of the customers that are found, by name. */
    public SearchGroup customers(String q, int first, int size) {
        if (!caller.has(Permission.CUSTOMER_VIEW) || SearchTokens.wanted(q).isEmpty()) {
            return customers(List.of(), size, false);
        }
        CustomerQuery.Found found = query.found(CustomerList.search(q), CustomerSort.NAME, true, first, size + 1);
        return customers(found.ids(), size, found.close());
    }

    /**
     * A part of the records of a kind that are found, the latest first.
     *
     * @throws InvalidInput on {@code kind} when there is no such kind for the caller
     */
    public SearchGroup records(String kind, String q, int first, int size) {
        return permitted().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .map(each -> group(each, q, first, size))
                .orElseThrow(() -> InvalidInput.field("kind", "choice"));
    }

    /** The kinds of records that the caller may see, besides customers: their name and heading. */
    public Map<String, Phrase> kinds() {
        Map<String, Phrase> titles = new java.util.LinkedHashMap<>();
        permitted().forEach(kind -> titles.put(kind.kind(), kind.title()));
        return titles;
    }

    /** Makes the index anew from what is stored; gives the id of the job. */
    @RolesAllowed(Permission.Code.SETTINGS_ADMIN)
    public String rebuild() {
        return refresh.order(caller.get().name());
    }

    private SearchGroup group(SearchRecords kind, String q, int first, int size) {
        List<Long> ids = records.ids(kind, q, first, size + 1);
        List<Long> shown = ids.subList(0, Math.min(size, ids.size()));
        Map<Long, SearchHit> hits = shown.isEmpty() ? Map.of() : kind.hits(shown);
        return new SearchGroup(
                kind.kind(),
                kind.title(),
                kind.icon(),
                shown.stream().map(hits::get).filter(Objects::nonNull).toList(),
                false,
                ids.size() > size);
    }

    private List<SearchRecords> permitted() {
        return kinds.stream()
                .filter(kind -> caller.has(kind.permission()))
                .sorted(Comparator.comparingInt(SearchRecords::order))
                .toList();
    }
}
