package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.persistence.StatementCounter;
import org.vinculo.crm.shared.PageRequest;

class CustomerImportTest extends PartyTest {

    @Test
    void rowsAreMatchedByEveryKeyWithFourQuestions() {
        String tag = "m" + System.nanoTime();
        CustomerForm form = person("Ana", tag);
        form.setExternalId("E-" + tag);
        form.setTaxId("111.444.777-35");
        form.getContacts().add(contact(ContactPointType.EMAIL, tag + "@example.org"));
        form.getContacts().add(contact(ContactPointType.PHONE, "+5511987650000"));
        long id = imports.create(List.of(seed(form))).get(0).id();
        List<ImportKeys> keys = new ArrayList<>(List.of(
                new ImportKeys("E-" + tag, null, List.of(), List.of()),
                new ImportKeys(null, "11144477735", List.of(), List.of()),
                new ImportKeys(null, null, List.of(tag.toUpperCase(java.util.Locale.ROOT) + "@example.org"), List.of()),
                new ImportKeys(null, null, List.of(), List.of("+351987650000")),
                new ImportKeys("nobody", null, List.of(), List.of())));
        for (int i = 0; i < 200; i++) {
            keys.add(new ImportKeys("none-" + i, null, List.of("none" + i + "@example.org"), List.of()));
        }
        flushAndClear();
        StatementCounter.reset();

        List<List<ImportMatch>> matches = imports.match(keys);

        assertThat(StatementCounter.count()).isEqualTo(4);
        assertThat(matches.subList(0, 4))
                .allSatisfy(
                        match -> assertThat(match).extracting(ImportMatch::id).containsExactly(id));
        assertThat(matches.get(2).get(0).by()).isEqualTo(DuplicateReason.EMAIL);
        assertThat(matches.subList(4, matches.size())).allMatch(List::isEmpty);
    }

    @Test
    void undoGivesBackWhatWasThere() {
        String tag = "u" + System.nanoTime();
        CustomerForm form = person("Ana", tag);
        form.getContacts().add(contact(ContactPointType.EMAIL, tag + "@example.org"));
        long id = imports.create(List.of(seed(form))).get(0).id();
        flushAndClear();
        String before = CustomerJson.write(imports.forms(List.of(id)).get(id));

        CustomerForm changed = CustomerJson.read(before);
        changed.setGivenName("Other");
        changed.setNotes("imported");
        changed.getContacts().add(new ContactForm(ContactPointType.WEB, "https://example.org"));
        long version = imports.save(Map.of(id, changed), DataOrigin.IMPORT, "file.csv")
                .get(0)
                .version();
        flushAndClear();
        List<Long> left = imports.undo(
                List.of(new CustomerImport.Undo(id, version, CustomerJson.read(before), false)), "file.csv");
        flushAndClear();

        assertThat(left).isEmpty();
        CustomerForm after = imports.forms(List.of(id)).get(id);
        after.setVersion(CustomerJson.read(before).getVersion());
        assertThat(CustomerJson.write(after)).isEqualTo(before);
    }

    @Test
    void undoLeavesAloneWhatSomebodyChangedSince() {
        CustomerImport.Written created =
                imports.create(List.of(seed(person("Ana", "Undo")))).get(0);
        flushAndClear();
        CustomerForm form = service.form(created.publicId());
        form.setNotes("by hand");
        service.save(form);

        List<Long> left = imports.undo(
                List.of(new CustomerImport.Undo(created.id(), created.version(), null, false)), "file.csv");

        assertThat(left).containsExactly(created.id());
        assertThat(service.get(created.publicId()).ref().deleted()).isFalse();
    }

    @Test
    void undoneCustomerComesBackWhenImportedAgain() {
        CustomerForm form = person("Ana", "Again");
        form.setExternalId("again-" + System.nanoTime());
        CustomerImport.Written created = imports.create(List.of(seed(form))).get(0);
        imports.undo(List.of(new CustomerImport.Undo(created.id(), created.version(), null, false)), "file.csv");
        flushAndClear();

        ImportMatch match = imports.match(List.of(new ImportKeys(form.getExternalId(), null, List.of(), List.of())))
                .get(0)
                .get(0);
        imports.save(Map.of(match.id(), imports.forms(List.of(match.id())).get(match.id())), DataOrigin.IMPORT, "f");

        assertThat(match.deleted()).isTrue();
        assertThat(service.get(created.publicId()).ref().deleted()).isFalse();
    }

    @Test
    void seedKeepsItsHistory() {
        CustomerForm form = person("Ana", "Seed");
        ContactForm email = contact(ContactPointType.EMAIL, "seed@example.org");
        email.setVerifiedAt(NOW.minusSeconds(60));
        form.getContacts().add(email);
        CustomerSeed.NeedSeed need = new CustomerSeed.NeedSeed(
                NeedKind.PREFERENCE, NeedBasis.STATED, "Decaf", "visit", DataOrigin.STAFF, NOW, "Rui", NOW, "Ana");
        CustomerSeed seed = new CustomerSeed(
                form,
                south.getId(),
                south.getTeam().getId(),
                DataOrigin.STAFF,
                NOW.minusSeconds(3600),
                "Rui",
                List.of(need));

        String id = imports.create(List.of(seed)).get(0).publicId();
        flushAndClear();

        CustomerDetails details = service.get(id);
        assertThat(details.createdAt()).isEqualTo(NOW.minusSeconds(3600));
        assertThat(details.owner()).isEqualTo("south");
        assertThat(details.contacts().get(0).verifiedAt()).isEqualTo(NOW.minusSeconds(60));
        assertThat(needs.list(id)).extracting(NeedView::confirmedBy).containsExactly("Ana");
    }

    @Test
    void manyRowsAreFoundAfterwards() {
        String tag = "bulk" + System.nanoTime();
        List<CustomerSeed> seeds = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            seeds.add(seed(person("B" + i, tag)));
        }

        assertThat(imports.create(seeds)).hasSize(200);
        flushAndClear();

        assertThat(service.list(CustomerList.search(tag), PageRequest.of(0, 10)).total())
                .isEqualTo(200);
    }

    private static CustomerSeed seed(CustomerForm form) {
        return new CustomerSeed(form, null, null, DataOrigin.IMPORT, NOW, "file.csv", List.of());
    }
}
