package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.internal.RecordQuery;
import org.vinculo.crm.persistence.StatementCounter;
import org.vinculo.crm.shared.PageRequest;

/**
 * Measures the search on many invented customers. Not part of the usual run: {@code -Dsearch.customers=100000} says how
 * many, and what is printed into the assertion's description is what it took.
 */
@EnabledIfSystemProperty(named = "search.customers", matches = "\\d+")
class SearchSpeedTest extends PartyTest {

    private static final String[] SOUNDS = {
        "ma", "ri", "lo", "san", "pe", "dro", "vi", "gon", "za", "les", "fer", "nan", "des", "cor", "ta"
    };
    private static final String[] GIVEN = {
        "Maria", "José", "Ana", "João", "Pedro", "Carmen", "Luís", "Antônio", "Sofia", "Paulo"
    };
    private static final String[] FAMILY = {
        "Silva", "Santos", "Souza", "García", "Pereira", "Costa", "Gonzales", "Ferreira"
    };

    @Test
    void everyQueryStaysUnderThreeHundredMilliseconds() {
        int many = Integer.getInteger("search.customers");
        Random dice = new Random(7);
        List<CustomerSeed> seeds = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            seeds.add(seed(i, dice));
            if (seeds.size() == 250) {
                imports.create(seeds);
                seeds.clear();
                commit();
            }
        }
        callAs(north, Scope.ALL);
        SearchService search = wire(new SearchService(), query, rows, callers, wire(new RecordQuery(), access), none());
        StringBuilder report = new StringBuilder();
        long worst = 0;
        for (String q : List.of(
                "ma",
                "maria",
                "maria silva",
                "silva maria jose",
                "gonsales",
                "marai slva",
                "pedro santos costa",
                "1234567",
                "4321",
                "customer77@",
                "zzzzz",
                "jose maria ferreira gonzales",
                "EXT-4711",
                "an")) {
            search.quick(q);
            service.list(CustomerList.search(q), PageRequest.of(0, 25));
            em.clear();
            StatementCounter.reset();
            long begun = System.nanoTime();
            int hits = search.quick(q).stream()
                    .mapToInt(group -> group.hits().size())
                    .sum();
            long quick = (System.nanoTime() - begun) / 1_000_000;
            int statements = StatementCounter.count();
            begun = System.nanoTime();
            long total =
                    service.list(CustomerList.search(q), PageRequest.of(0, 25)).total();
            long list = (System.nanoTime() - begun) / 1_000_000;
            worst = Math.max(worst, quick);
            report.append(String.format(
                    java.util.Locale.ROOT,
                    "%n%-30s quick %4d ms %2d statements %d hits; list %4d ms, %d in all",
                    q,
                    quick,
                    statements,
                    hits,
                    list,
                    total));
        }
        assertThat(worst).as(report.toString()).isLessThan(Long.getLong("search.limit", 300));
    }

    private static CustomerSeed seed(int i, Random dice) {
        StringBuilder rare = new StringBuilder();
        for (int part = 0; part < 3; part++) {
            rare.append(SOUNDS[dice.nextInt(SOUNDS.length)]);
        }
        CustomerForm form = person(
                GIVEN[dice.nextInt(GIVEN.length)],
                (dice.nextInt(3) > 0 ? FAMILY[dice.nextInt(FAMILY.length)] + " " : "") + rare);
        form.setExternalId("EXT-" + i);
        form.getContacts().add(contact(ContactPointType.EMAIL, "customer" + i + "@" + rare + ".example"));
        form.getContacts().add(contact(ContactPointType.PHONE, "+5511" + (900_000_000 + dice.nextInt(99_999_999))));
        return new CustomerSeed(form, null, null, DataOrigin.IMPORT, NOW, "speed", List.of());
    }
}
