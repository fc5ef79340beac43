package org.vinculo.crm.party.internal.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.DuplicatePairView;
import org.vinculo.crm.party.DuplicateScanView;
import org.vinculo.crm.party.DuplicateScans;
import org.vinculo.crm.party.DuplicateSearch;
import org.vinculo.crm.party.DuplicateState;
import org.vinculo.crm.party.Duplicates;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.party.entity.DuplicateScan;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Plenty;

/** The search of the whole base and the queue that it fills. */
class DuplicateScanTest extends PartyTest {

    private static final DuplicateSearch OPEN = new DuplicateSearch(null, 70, null);
    private static final PageRequest FIRST = PageRequest.of(0, 50);

    private DuplicateScans scans;
    private DuplicateJob job;
    private PairStore store;
    private Duplicates duplicatesOfBase;

    @BeforeEach
    void wireScan() {
        scans = wire(new DuplicateScans(), wire(new Jobs()));
        store = wire(new PairStore());
        job = wire(new DuplicateJob(), store);
        DuplicateQueue queue =
                wire(new DuplicateQueue(), callers, access, wire(new AuditLog(), callers), wire(new Plenty()));
        duplicatesOfBase = wire(new Duplicates(), callers, queue, scans);
        em.createNativeQuery("delete from duplicate_pair").executeUpdate();
    }

    @Test
    void misspeltTwinIsFoundAndExplained() {
        String tag = "x" + Long.toString(System.nanoTime(), 36);
        create("Luís", "Gonçalves " + tag, tag + "@example.org", "Recife");
        create("Luiz", "Goncalvez " + tag, tag + "@example.org", "Recife");
        create("Zé", "Outro " + tag, "other" + tag + "@example.org", "Natal");

        scan(true);

        List<DuplicatePairView> pairs = duplicatesOfBase.search(OPEN, FIRST).items().stream()
                .filter(pair -> pair.first().name().contains(tag))
                .toList();
        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).score()).isGreaterThanOrEqualTo(DuplicateSearch.CERTAIN);
        assertThat(pairs.get(0).parts().get(0).textKey()).isEqualTo("duplicates.part.EMAIL.SAME");
    }

    @Test
    void whatWasDismissedDoesNotComeBackAndOnlyChangesAreLookedAtAgain() {
        String tag = "x" + Long.toString(System.nanoTime(), 36);
        create("Ana", "Prado " + tag, tag + "@example.org", null);
        create("Anna", "Prado " + tag, tag + "@example.org", null);
        scan(true);
        String pair = open(tag).get(0).publicId();

        duplicatesOfBase.dismiss(List.of(pair));
        scan(true);
        assertThat(open(tag)).isEmpty();
        scan(false);
        assertThat(scans.last().map(DuplicateScanView::customers)).hasValue(0L);

        String third = create("Ana", "Prado " + tag, tag + "@example.org", null);
        scan(false);
        assertThat(open(tag))
                .hasSize(2)
                .allMatch(each -> each.second().publicId().equals(third));
        duplicatesOfBase.reopen(List.of(pair));
        assertThat(open(tag)).hasSize(3);
    }

    @Test
    void whoChangesWhileTheBaseIsSearchedIsLookedAtAgain() {
        String tag = "x" + Long.toString(System.nanoTime(), 36);
        create("Ana", "Prado " + tag, tag + "@example.org", null);
        scan(true);
        scans.begin(true, "test");
        DuplicateScan running = em.createQuery("select s from DuplicateScan s order by s.id desc", DuplicateScan.class)
                .setMaxResults(1)
                .getSingleResult();
        long before = em.createQuery("select min(c.id) from Customer c where c.familyName like :tag", Long.class)
                        .setParameter("tag", "%" + tag)
                        .getSingleResult()
                - 1;
        Stretch met = store.next(running, before);
        em.createNativeQuery("update customer set version = version + 1 where id = ?1")
                .setParameter(1, before + 1)
                .executeUpdate();

        store.compare(running, met);
        running.end(DuplicateScan.COMPLETED, Instant.now());

        scan(false);
        assertThat(scans.last().map(DuplicateScanView::customers)).hasValue(1L);
    }

    @Test
    void keyThatTooManyShareIsSkippedAndSaid() {
        String tag = "q" + Long.toString(System.nanoTime(), 36);
        store.largestBlock = 2;
        for (String given : List.of("Ana", "Bruno", "Xisto")) {
            create(given, tag, "info" + tag + "@example.org", null);
        }

        scan(true);

        assertThat(scans.last().orElseThrow().skipped())
                .anyMatch(skipped ->
                        skipped.sort().equals("EMAIL") && skipped.value().contains(tag));
        assertThat(open(tag)).isEmpty();
    }

    @Test
    void pairOfAStrangersCustomerIsNotShown() {
        String tag = "x" + Long.toString(System.nanoTime(), 36);
        create("Ana", "Prado " + tag, tag + "@example.org", null);
        create("Anna", "Prado " + tag, tag + "@example.org", null);
        scan(true);
        String pair = open(tag).get(0).publicId();

        callAs(south, Scope.TEAM);

        assertThat(open(tag)).isEmpty();
        assertThat(duplicatesOfBase.dismiss(List.of(pair))).isZero();
        callAs(north, Scope.ALL);
        assertThat(duplicatesOfBase.get(pair).state()).isEqualTo(DuplicateState.OPEN);
    }

    private List<DuplicatePairView> open(String tag) {
        em.flush();
        return duplicatesOfBase.search(OPEN, PageRequest.of(0, 500)).items().stream()
                .filter(pair -> pair.first().name().contains(tag))
                .toList();
    }

    private String create(String given, String family, String email, String city) {
        CustomerForm form = person(given, family);
        form.getContacts().add(new ContactForm(ContactPointType.EMAIL, email));
        if (city != null) {
            ContactForm place = form.addContact(ContactPointType.POSTAL, "BR");
            place.setCity(city);
        }
        return service.create(form).ref().publicId();
    }

    private void scan(boolean whole) {
        flushAndClear();
        scans.begin(whole, "test");
        String scan = em.createQuery("select s.publicId from DuplicateScan s order by s.id desc", String.class)
                .setMaxResults(1)
                .getSingleResult();
        JobContext context = new JobContext("job", scan, null, 0, 0);
        JobStep step;
        do {
            step = job.step(context);
            flushAndClear();
            context = new JobContext("job", scan, step.checkpoint(), step.done(), step.total());
        } while (!step.finished());
    }
}
