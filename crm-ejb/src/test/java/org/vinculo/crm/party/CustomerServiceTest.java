package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.persistence.Database;
import org.vinculo.crm.persistence.RowsRead;
import org.vinculo.crm.persistence.StatementCounter;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SortBy;

class CustomerServiceTest extends PartyTest {

    @Test
    void customerComesBackAsItWasEntered() {
        CustomerForm form = person("  João ", "da Silva");
        form.setBirthDate(LocalDate.of(1980, 2, 29));
        form.setTaxId("11144477735");
        form.setLanguage("pt-BR");
        form.setNotes("line 1\r\nline 2\u0000");
        form.getContacts().add(contact(ContactPointType.EMAIL, "Joao@Example.org"));
        form.getContacts().add(contact(ContactPointType.PHONE, "(11) 98765-4321"));
        form.getContacts().add(address("Rua Augusta 1", "São Paulo", "01310100", "BR"));

        String id = service.create(form).ref().publicId();
        flushAndClear();

        CustomerDetails found = service.get(id);
        assertThat(found.ref().name()).isEqualTo("João da Silva");
        assertThat(found.taxId()).isEqualTo("111.444.777-35");
        assertThat(found.notes()).isEqualTo("line 1\nline 2");
        assertThat(found.city()).isEqualTo("São Paulo");
        assertThat(found.country()).isEqualTo("BR");
        assertThat(found.ref().zone().getId()).isEqualTo("America/Sao_Paulo");
        assertThat(found.contacts())
                .extracting(ContactView::value)
                .containsExactly("Joao@Example.org", "+55 11 98765-4321", "Rua Augusta 1, 01310-100, São Paulo, BR");
        assertThat(found.contacts()).allMatch(ContactView::primary);
        assertThat(found.contacts().get(0).collectedBy()).isEqualTo("north");
    }

    @Test
    void everyMistakeIsNamedAtOnceAndNothingIsWritten() {
        CustomerForm form = new CustomerForm();
        form.setKind(CustomerKind.ORGANISATION);
        form.setName("   ");
        form.setTaxId("123");
        form.setLanguage("tlh");
        form.setNotes("x".repeat(4001));
        form.getContacts().add(contact(ContactPointType.EMAIL, "nobody"));
        form.getContacts().add(contact(ContactPointType.WEB, "javascript:alert(1)"));
        form.getContacts().add(address("Street", "Porto", "99", "PT"));

        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> service.create(form));

        assertThat(refused.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "name",
                        "taxId",
                        "language",
                        "notes",
                        "contacts[0].value",
                        "contacts[1].value",
                        "contacts[2].postalCode");
    }

    /** Every field for free text of a customer, with the most that it takes. */
    private enum Text {
        GIVEN_NAME("givenName", 100, CustomerForm::setGivenName, CustomerForm::getGivenName),
        FAMILY_NAME("familyName", 99, CustomerForm::setFamilyName, CustomerForm::getFamilyName),
        EXTERNAL_ID("externalId", 100, CustomerForm::setExternalId, CustomerForm::getExternalId),
        ACQUIRED_FROM("acquiredFrom", 100, CustomerForm::setAcquiredFrom, CustomerForm::getAcquiredFrom),
        NOTES("notes", 4000, CustomerForm::setNotes, CustomerForm::getNotes),
        LABEL("contacts[0].label", 60, inAddress(ContactForm::setLabel), ofAddress(ContactForm::getLabel)),
        STREET("contacts[0].street", 200, inAddress(ContactForm::setStreet), ofAddress(ContactForm::getStreet)),
        EXTRA("contacts[0].extra", 200, inAddress(ContactForm::setExtra), ofAddress(ContactForm::getExtra)),
        DISTRICT("contacts[0].district", 100, inAddress(ContactForm::setDistrict), ofAddress(ContactForm::getDistrict)),
        CITY("contacts[0].city", 100, inAddress(ContactForm::setCity), ofAddress(ContactForm::getCity)),
        REGION("contacts[0].region", 100, inAddress(ContactForm::setRegion), ofAddress(ContactForm::getRegion));

        private final String field;
        private final int most;
        private final BiConsumer<CustomerForm, String> setter;
        private final Function<CustomerForm, String> getter;

        Text(String field, int most, BiConsumer<CustomerForm, String> setter, Function<CustomerForm, String> getter) {
            this.field = field;
            this.most = most;
            this.setter = setter;
            this.getter = getter;
        }

        private static BiConsumer<CustomerForm, String> inAddress(BiConsumer<ContactForm, String> setter) {
            return (form, text) -> setter.accept(form.getContacts().get(0), text);
        }

        private static Function<CustomerForm, String> ofAddress(Function<ContactForm, String> getter) {
            return form -> getter.apply(form.getContacts().get(0));
        }
    }

    @ParameterizedTest
    @EnumSource(Text.class)
    void everyTextIsTakenUpToItsLimitWhateverItIsMadeOf(Text text) {
        for (String kept : List.of(
                "x",
                "x".repeat(text.most),
                "\uD83C\uDFBB".repeat(text.most / 2),
                "\u05D0\u202E\u0645x",
                "\uFDFA".repeat(text.most),
                "']]>--%_\\")) {
            assertThat(saved(text, kept)).as("%d of %.4s", kept.length(), kept).isEqualTo(kept);
        }
        assertThat(saved(text, "")).isNull();
        assertThat(saved(text, " \t ")).isNull();
        assertThat(saved(text, "a\0b\u0007c")).doesNotContain("\0", "\u0007");
        for (String refused :
                List.of("x".repeat(text.most + 1), "\uD83C\uDFBB".repeat(text.most / 2 + 1), "x".repeat(100_000))) {
            InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> saved(text, refused));
            em.clear();
            assertThat(refusal).as("%d characters", refused.length()).isNotNull();
            assertThat(refusal.errors()).extracting(FieldError::field).containsExactly(text.field);
        }
    }

    private String saved(Text text, String value) {
        CustomerForm form = person("Ana" + System.nanoTime(), "Souza");
        form.getContacts().add(address("Rua Augusta 1", "Porto", "1000-205", "PT"));
        text.setter.accept(form, value);
        String id = service.create(form).ref().publicId();
        flushAndClear();
        return text.getter.apply(service.form(id));
    }

    @Test
    void savingOverANewerVersionIsRefused() {
        String id = service.create(person("Ana", "Souza")).ref().publicId();
        CustomerForm mine = service.form(id);
        CustomerForm theirs = service.form(id);
        theirs.getContacts().add(contact(ContactPointType.EMAIL, "ana@example.org"));
        service.save(theirs);

        mine.setNotes("mine");

        assertThatThrownBy(() -> service.save(mine)).isInstanceOf(ConcurrentChange.class);
        assertThat(service.get(id).notes()).isNull();
    }

    @Test
    void changedContactPointLosesItsVerificationAndTheOthersKeepTheirs() {
        CustomerForm form = person("Ana", "Souza");
        form.getContacts().add(contact(ContactPointType.EMAIL, "old@example.org"));
        form.getContacts().add(new ContactForm(ContactPointType.EMAIL, "stays@example.org"));
        String id = service.create(form).ref().publicId();
        entity(id).getContactPoints().forEach(point -> point.verified(NOW));

        CustomerForm edited = service.form(id);
        edited.contacts(ContactPointType.EMAIL).get(0).setValue("new@example.org");
        service.save(edited);
        flushAndClear();

        assertThat(entity(id).getContactPoints())
                .extracting(ContactPoint::getNormalValue, point -> point.getVerifiedAt() != null)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("new@example.org", false),
                        org.assertj.core.groups.Tuple.tuple("stays@example.org", true));
    }

    @Test
    void ofEachTypeOneContactPointIsPrimary() {
        CustomerForm form = person("Ana", "Souza");
        form.getContacts().add(new ContactForm(ContactPointType.EMAIL, "a@example.org"));
        form.getContacts().add(contact(ContactPointType.EMAIL, "b@example.org"));
        form.getContacts().add(new ContactForm(ContactPointType.PHONE, "+34612345678"));
        String id = service.create(form).ref().publicId();

        CustomerForm edited = service.form(id);
        edited.removeContact(edited.contacts(ContactPointType.EMAIL).get(1));
        service.save(edited);
        flushAndClear();

        Customer customer = entity(id);
        assertThat(customer.getContactPoints()).hasSize(2);
        assertThat(customer.primary(ContactPointType.EMAIL).orElseThrow().getValue())
                .isEqualTo("a@example.org");
        assertThat(customer.primary(ContactPointType.PHONE)).isPresent();
    }

    @Test
    void externalIdIsUniqueAndManyHaveNone() {
        service.create(person("Ana", "Um"));
        service.create(person("Ana", "Dois"));
        CustomerForm first = person("Ana", "Tres");
        first.setExternalId("X-1");
        service.create(first);
        CustomerForm second = person("Ana", "Quatro");
        second.setExternalId(" X-1 ");

        Duplicate refused = catchThrowableOfType(Duplicate.class, () -> service.create(second));

        assertThat(refused.field()).isEqualTo("externalId");
    }

    @Test
    void deletedCustomerIsOutOfTheListAndComesBack() {
        String word = "zx" + System.nanoTime();
        String id = service.create(person("Ana", word)).ref().publicId();

        service.delete(id);
        flushAndClear();

        assertThat(found(word)).isEmpty();
        assertThat(service.get(id).ref().deleted()).isTrue();
        assertThatThrownBy(() -> service.form(id)).isInstanceOf(NotFound.class);
        service.restore(id);
        assertThat(found(word)).containsExactly("Ana " + word);
    }

    @Test
    void wordsAreFoundByTheirBeginningWithoutAccents() {
        String tag = "q" + System.nanoTime();
        CustomerForm form = new CustomerForm();
        form.setKind(CustomerKind.ORGANISATION);
        form.setName("Clínica Vasconcelos & Associados " + tag);
        form.setExternalId("EXT-" + tag);
        form.setTaxId("11.222.333/0001-81");
        form.getContacts().add(contact(ContactPointType.EMAIL, "maria.aparecida@" + tag + ".example.org"));
        form.getContacts().add(contact(ContactPointType.PHONE, "+55 81 98765-4321"));
        service.create(form);
        flushAndClear();

        for (String q : List.of(
                "clinica vasc " + tag,
                "VASCONCELOS " + tag,
                "maria.aparecida@" + tag,
                "aparecida " + tag,
                "ext-" + tag,
                tag + " (81) 98765",
                tag + " 98765-4321",
                tag + " 4321",
                tag + " 11.222.333",
                tag + " 11222333000181")) {
            assertThat(found(q)).as(q).hasSize(1);
        }
        assertThat(found("clinica nobody " + tag)).isEmpty();
        assertThat(found("% " + tag)).hasSize(1);
        assertThat(found("' or 1=1 --" + tag)).isEmpty();
    }

    @Test
    void changedNameIsFoundByTheNewOneOnly() {
        String before = "be" + System.nanoTime();
        String after = "af" + System.nanoTime();
        String id = service.create(person("Ana", before)).ref().publicId();
        CustomerForm form = service.form(id);
        form.setFamilyName(after);
        service.save(form);

        assertThat(found(before)).isEmpty();
        assertThat(found(after)).hasSize(1);
    }

    @Test
    void listIsFilteredSortedAndPaged() {
        String tag = "l" + System.nanoTime();
        for (int i = 0; i < 7; i++) {
            CustomerForm form = person("C" + i, tag);
            form.setLanguage(i % 2 == 0 ? "es" : "en");
            service.create(form);
        }
        CustomerList spanish =
                new CustomerList(tag, null, CustomerKind.PERSON, null, null, "es", null, null, null, false);

        Page<CustomerRow> page = service.list(spanish, new PageRequest(1, 2, new SortBy("name", false)));

        assertThat(page.total()).isEqualTo(4);
        assertThat(page.items()).extracting(CustomerRow::name).containsExactly("C4 " + tag, "C2 " + tag);
        assertThat(service.list(
                                new CustomerList(
                                        tag, null, null, null, CustomerList.Ownership.ME, null, null, NOW, NOW, false),
                                PageRequest.of(0, 10))
                        .total())
                .isZero();
    }

    @Test
    void sliceReadsEveryCustomerOnce() {
        String tag = "s" + System.nanoTime();
        for (int i = 0; i < 7; i++) {
            service.create(person("Same", tag));
        }
        List<String> read = new java.util.ArrayList<>();
        String cursor = null;
        do {
            CustomerSlice slice = service.slice(CustomerList.search(tag), cursor, 3);
            slice.items().forEach(row -> read.add(row.publicId()));
            cursor = slice.next();
        } while (cursor != null);

        assertThat(read).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void hiddenFieldIsNoSort() {
        assertThatThrownBy(() -> service.list(CustomerList.ALL, new PageRequest(0, 10, new SortBy("taxIdKey", true))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void pageOfTheListCostsTheSameHoweverManyRows() {
        String tag = "n" + System.nanoTime();
        for (int i = 0; i < 30; i++) {
            CustomerForm form = person("N" + i, tag);
            form.getContacts().add(contact(ContactPointType.EMAIL, "n" + i + "@" + tag + ".example.org"));
            form.getContacts().add(contact(ContactPointType.PHONE, "+3461234" + (5600 + i)));
            service.create(form);
        }
        flushAndClear();
        StatementCounter.reset();

        Page<CustomerRow> page = service.list(CustomerList.search(tag), PageRequest.of(0, 25));

        assertThat(page.items()).hasSize(25).allMatch(row -> row.email() != null && row.phone() != null);
        assertThat(StatementCounter.count()).isLessThanOrEqualTo(7);
    }

    @Test
    void searchIsInTheOrderOfTheNamesOfNow() {
        String tag = "o" + System.nanoTime();
        String ana = service.create(person("Ana", tag)).ref().publicId();
        service.create(person("Bia", tag));
        assertThat(found(tag)).containsExactly("Ana " + tag, "Bia " + tag);

        CustomerForm form = service.form(ana);
        form.setGivenName("Zoe");
        service.save(form);
        flushAndClear();

        assertThat(found(tag)).containsExactly("Bia " + tag, "Zoe " + tag);
    }

    @Test
    void aPageOfOneCountryReadsLittleMoreThanItself() {
        for (int i = 0; i < 120; i++) {
            CustomerForm form = person("C" + i, "Faroese");
            form.getContacts().add(address("Gata " + i, "Tórshavn", "100", "FO"));
            service.create(form);
        }
        flushAndClear();
        CustomerList faroese = new CustomerList(null, null, null, null, null, null, "FO", null, null, false);

        long read = RowsRead.of(
                "customer", database, em, () -> assertThat(query.ids(faroese, CustomerSort.NAME, true, 0, 10))
                        .hasSize(10));

        if (database == Database.DERBY) {
            assertThat(read).as("of so few, PostgreSQL takes all").isBetween(10L, 30L);
        }
    }

    @Test
    void customerOfAnotherTeamDoesNotExistAndStaysAsItIs() {
        String word = "other" + System.nanoTime();
        String id = service.create(person("Ana", word)).ref().publicId();
        flushAndClear();
        long version = entity(id).getVersion();
        em.clear();

        for (Scope scope : List.of(Scope.OWN, Scope.TEAM)) {
            callAs(south, scope);
            CustomerForm forged = person("Stolen", word);
            forged.setPublicId(id);
            forged.setVersion(version);

            assertThatThrownBy(() -> service.get(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> service.form(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> service.save(forged)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> service.delete(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> service.restore(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> needs.list(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> needs.save(id, new NeedForm())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> customers.require(id, Permission.INTERACTION_LOG))
                    .isInstanceOf(NotFound.class);
            assertThat(found(word)).isEmpty();
            flushAndClear();
            assertThat(entity(id).getVersion()).isEqualTo(version);
            assertThat(entity(id).getGivenName()).isEqualTo("Ana");
        }
    }

    @Test
    void teamReachesItsCustomersAndOwnReachesOnlyOwnOnes() {
        String word = "team" + System.nanoTime();
        String mine = service.create(formOf(word, north.getPublicId())).ref().publicId();
        CustomerForm unowned = formOf(word, null);
        String teams = service.create(unowned).ref().publicId();

        callAs(north, Scope.OWN);
        assertThat(found(word)).hasSize(1);
        assertThat(service.get(mine).owner()).isEqualTo("north");
        assertThatThrownBy(() -> service.get(teams)).isInstanceOf(NotFound.class);
        callAs(north, Scope.TEAM);
        assertThat(found(word)).hasSize(2);
    }

    @Test
    void whoReachesOnlyOwnCustomersCannotGiveThemAway() {
        callAs(north, Scope.OWN);
        String id = service.create(formOf("own", south.getPublicId())).ref().publicId();

        assertThat(service.get(id).ownerPublicId()).isEqualTo(north.getPublicId());
        CustomerForm form = service.form(id);
        form.setOwner(south.getPublicId());
        service.save(form);
        assertThat(service.get(id).ownerPublicId()).isEqualTo(north.getPublicId());
    }

    @Test
    void strangeTeamCannotBeChosenAsOwner() {
        callAs(north, Scope.TEAM);
        CustomerForm form = formOf("x", south.getPublicId());

        assertThatThrownBy(() -> service.create(form)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void malformedIdIsNotFound() {
        assertThatThrownBy(() -> service.get("' or 1=1 --")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> service.get(null)).isInstanceOf(NotFound.class);
    }

    private static CustomerForm formOf(String family, String owner) {
        CustomerForm form = person("Ana", family);
        form.setOwner(owner);
        return form;
    }

    private List<String> found(String q) {
        return service.list(CustomerList.search(q), PageRequest.of(0, 50)).items().stream()
                .map(CustomerRow::name)
                .toList();
    }

    @Test
    void anAddressHoldsFromTheDayOnThatWasEntered() {
        CustomerForm form = person("Ana", "Lima");
        ContactForm coming = contact(ContactPointType.EMAIL, "new" + System.nanoTime() + "@example.org");
        coming.setValidFrom(LocalDate.of(2026, 12, 1));
        form.getContacts().add(coming);
        String id = service.create(form).ref().publicId();
        flushAndClear();

        ContactView shown = service.get(id).contacts().get(0);
        assertThat(shown.coming()).isTrue();
        assertThat(shown.current()).isFalse();
        CustomerForm again = service.form(id);
        again.getContacts().get(0).setValidFrom(LocalDate.of(2026, 11, 20));
        service.save(again);
        flushAndClear();

        assertThat(service.get(id).contacts().get(0).current()).isTrue();
    }
}
