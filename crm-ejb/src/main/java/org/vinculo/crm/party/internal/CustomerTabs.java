package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.vinculo.crm.party.Customer360Part;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Tab;

/** The tabs of the room itself. */
public final class CustomerTabs {

    private CustomerTabs() {}

    /** Needs and preferences. */
    @ApplicationScoped
    public static class Needs implements Customer360Part {

        @Inject
        NeedBook needs;

        @Override
        public String source() {
            return "needs";
        }

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Optional<Tab> tab(long customerId) {
            return Optional.of(new Tab(
                    "needs",
                    Phrase.of("party.tab.needs"),
                    needs.count(customerId),
                    "/WEB-INF/customers/needs-tab.xhtml"));
        }
    }

    /** Contact points with their origin. */
    @ApplicationScoped
    public static class Contacts implements Customer360Part {

        @PersistenceContext(unitName = "crm")
        EntityManager em;

        @Override
        public String source() {
            return "contacts";
        }

        @Override
        public int order() {
            return 20;
        }

        @Override
        public Optional<Tab> tab(long customerId) {
            return SeenCustomers.by(em)
                    .find(customerId)
                    .map(customer -> new Tab(
                            "contacts",
                            Phrase.of("party.tab.contacts"),
                            (long) customer.getContactPoints().size(),
                            "/WEB-INF/customers/contacts-tab.xhtml"));
        }
    }
}
