package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.vinculo.crm.party.FoundRecords;
import org.vinculo.crm.party.SearchIndex;
import org.vinculo.crm.party.SearchRecords;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.shared.BeforeCommit;

/** Keeps the search in step with every change of what it finds, whoever made it, in the transaction of the change. */
@ApplicationScoped
public class SearchUpkeep implements BeforeCommit {

    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    TokenIndex tokens;

    @Inject
    @Any
    Instance<SearchRecords> kinds;

    @Override
    public void flushed() {
        List<Customer> touched = TouchedCustomers.take(em.unwrap(UnitOfWork.class)).stream()
                .filter(em::contains)
                .toList();
        tokens.refresh(touched);
        Map<String, Map<Long, Boolean>> records = FoundRecords.take(em.unwrap(UnitOfWork.class));
        if (!records.isEmpty()) {
            kinds.stream()
                    .filter(kind -> records.containsKey(kind.kind()))
                    .forEach(kind -> refresh(kind, records.get(kind.kind())));
        }
    }

    private void refresh(SearchRecords kind, Map<Long, Boolean> records) {
        List<Long> ids = List.copyOf(records.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            SearchIndex.remove(
                    em, kind.kind(), some.stream().filter(records::get).toList());
            SearchIndex.add(em, kind.kind(), kind.entries(some));
        }
    }
}
