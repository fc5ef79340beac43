package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.RecordQuery;
import org.vinculo.crm.party.internal.SearchRebuild;
import org.vinculo.crm.party.internal.SearchUpkeep;
import org.vinculo.crm.persistence.StatementCounter;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.shared.PageRequest;

/** What somebody types into the search box, and who is found by it. */
class SearchTest extends PartyTest {

    private SearchService search;

    @BeforeEach
    void wireSearch() {
        search = wire(new SearchService(), query, rows, callers, wire(new RecordQuery(), access), none());
    }

    @Test
    void oneTypingErrorIsForgivenInEveryWord() {
        String family = word("Vasconcellos");
        create("Guilhermina", family);

        assertThat(found("Guilermina " + family)).hasSize(1);
        assertThat(found("Guilhermina " + family.replace("conc", "cnoc"))).hasSize(1);
        assertThat(found("Guihlermina " + family.replace("conc", "conk"))).hasSize(1);
        assertThat(found("Gulermina " + family)).isEmpty();
        assertThat(search.quick("guilhermnia " + family).get(0).close()).isTrue();
    }

    @Test
    void whoIsWrittenAsTypedComesBeforeWhoIsOnlyClose() {
        String right = word("Gonzales");
        create("Ana", right);
        create("Ana", right.replace("Gonz", "Gons"));

        assertThat(found(right)).containsExactly("Ana " + right);
    }

    @Test
    void digitsOfAPhoneNumberFindItWhereverTheyStand() {
        CustomerForm form = person("Phone", word("Bearer"));
        form.getContacts().add(contact(ContactPointType.PHONE, "+55 81 98712-3465"));
        form.getContacts().add(contact(ContactPointType.EMAIL, "first.last@mail-" + form.getFamilyName() + ".example"));
        service.create(form);
        String tag = form.getFamilyName();

        for (String q : List.of("7123465", "871234", "+55 81 987123465", "(81) 98712-3465", "819871")) {
            assertThat(found(q)).as(q).contains("Phone " + tag);
        }
        assertThat(found("last@mail-" + tag)).hasSize(1);
        assertThat(found("mail-" + tag)).hasSize(1);
    }

    @Test
    void nobodyOutOfReachIsShownOrCounted() {
        String family = word("Reach");
        create("Ana", family);
        callAs(south, Scope.TEAM);
        create("Berta", family);

        assertThat(found(family)).containsExactly("Berta " + family);
        assertThat(service.list(CustomerList.search(family), PageRequest.of(0, 10))
                        .total())
                .isEqualTo(1);
        callAs(north, Scope.TEAM);
        assertThat(found(family)).containsExactly("Ana " + family);
    }

    @Test
    void indexFollowsAChangeThatKnowsNothingOfIt() {
        String before = word("Before");
        String after = word("After");
        Customer customer = entity(create("Ana", before));
        customer.namePerson("Ana", after);
        em.flush();

        wire(new SearchUpkeep(), tokens).flushed();

        assertThat(found(after)).hasSize(1);
        assertThat(found(before)).isEmpty();
    }

    @Test
    void indexIsMadeAnewFromWhatIsStored() {
        String family = word("Rebuilt");
        String id = create("Ana", family);
        em.createNativeQuery("delete from search_customer where customer_id = ?1")
                .setParameter(1, entity(id).getId())
                .executeUpdate();
        assertThat(found(family)).isEmpty();

        SearchRebuild rebuild = wire(new SearchRebuild(), tokens, none());
        JobStep step = rebuild.step(new JobContext("j", "", null, 0, 0));
        while (!step.finished()) {
            step = rebuild.step(new JobContext("j", "", step.checkpoint(), step.done(), step.total()));
        }

        assertThat(found(family)).hasSize(1);
    }

    @Test
    void costsFewStatements() {
        String family = word("Counted");
        create("Ana", family);
        create("Berta", family);
        flushAndClear();
        StatementCounter.reset();

        search.quick(family);

        assertThat(StatementCounter.count()).isLessThanOrEqualTo(8);
    }

    private String create(String given, String family) {
        return service.create(person(given, family)).ref().publicId();
    }

    private List<String> found(String q) {
        return search.quick(q).stream()
                .flatMap(group -> group.hits().stream())
                .map(hit -> (String) hit.title().args().get(0))
                .toList();
    }

    /** A word that no other test has, made of letters as names are. */
    private static String word(String beginning) {
        StringBuilder word = new StringBuilder(beginning);
        for (long rest = System.nanoTime(); rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }
}
