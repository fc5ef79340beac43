package org.vinculo.crm.party.internal.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.party.internal.match.MatchFacts;

/** What a search keeps of the customers it met. */
class KeptFactsTest extends PartyTest {

    private static final Map<Long, Long> ANY_VERSION = Map.of();

    @Test
    void factsAreReadOnceUnlessANewerVersionIsAskedFor() {
        KeptFacts kept = new KeptFacts(10);
        long ana = create("Ana");
        MatchFacts first = facts(kept, ana, ANY_VERSION);

        rename(ana, "Beatriz");

        assertThat(facts(kept, ana, ANY_VERSION)).isSameAs(first);
        MatchFacts newer = facts(kept, ana, Map.of(ana, first.version() + 1));
        assertThat(newer.given().text()).isEqualTo("beatriz");
        assertThat(facts(kept, ana, ANY_VERSION)).isSameAs(newer);
    }

    @Test
    void whoWasMetLongestAgoIsForgotten() {
        KeptFacts kept = new KeptFacts(2);
        long ana = create("Ana");
        long bruno = create("Bruno");
        MatchFacts first = facts(kept, ana, ANY_VERSION);
        MatchFacts second = facts(kept, bruno, ANY_VERSION);
        facts(kept, create("Carla"), ANY_VERSION);

        assertThat(facts(kept, bruno, ANY_VERSION)).isSameAs(second);
        assertThat(facts(kept, ana, ANY_VERSION)).isNotSameAs(first).isEqualTo(first);
    }

    @Test
    void deletedCustomerHasNoFacts() {
        long ana = create("Ana");
        em.createQuery("update Customer c set c.deletedAt = c.createdAt where c.id = :id")
                .setParameter("id", ana)
                .executeUpdate();
        flushAndClear();

        assertThat(new KeptFacts(2).of(List.of(ana), ANY_VERSION, new FactsReader(em)))
                .isEmpty();
    }

    private MatchFacts facts(KeptFacts kept, long id, Map<Long, Long> versions) {
        return kept.of(Set.of(id), versions, new FactsReader(em)).get(id);
    }

    private long create(String given) {
        CustomerForm form = person(given, "Prado");
        String publicId = service.create(form).ref().publicId();
        flushAndClear();
        return em.createQuery("select c.id from Customer c where c.publicId = :id", Long.class)
                .setParameter("id", publicId)
                .getSingleResult();
    }

    private void rename(long id, String given) {
        em.createQuery("update Customer c set c.givenName = :name, c.version = c.version + 1 where c.id = :id")
                .setParameter("name", given)
                .setParameter("id", id)
                .executeUpdate();
        flushAndClear();
    }
}
