package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.CustomerMatching.Candidate;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.party.portal.MyDataForm;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.TooManyRequests;

class MyDataTest extends PartyTest {

    private CustomerDetails mine;

    @BeforeEach
    void customer() {
        CustomerForm form = person("Ana", "Mine");
        form.setNotes("difficult");
        form.setOwner(north.getPublicId());
        form.setExternalId("my-" + System.nanoTime());
        form.getContacts().add(contact(ContactPointType.EMAIL, "ana@example.org"));
        mine = service.create(form);
        flushAndClear();
        callAsCustomer(mine.ref().id(), OrgRole.ADMIN);
    }

    @Test
    void correctionsAreKeptWithTheirOriginAndStaffFieldsStay() {
        MyDataForm form = myData.form();
        form.setFamilyName("Corrected");
        form.contactsOf("EMAIL").get(0).setValue("new@example.org");

        myData.correct(form);
        flushAndClear();

        assertThat(myData.view().name()).isEqualTo("Ana Corrected");
        assertThat(myData.view().contacts()).extracting(ContactView::origin).containsExactly(DataOrigin.CUSTOMER);
        callAs(north, org.vinculo.crm.identity.Scope.ALL);
        CustomerDetails after = service.get(mine.ref().publicId());
        assertThat(after.notes()).isEqualTo("difficult");
        assertThat(after.ref().externalId()).isEqualTo(mine.ref().externalId());
        assertThat(after.owner()).isEqualTo("north");
    }

    @Test
    void correctingAnOlderVersionIsRefused() {
        MyDataForm first = myData.form();
        MyDataForm second = myData.form();
        first.setGivenName("First");
        myData.correct(first);

        assertThatThrownBy(() -> myData.correct(second)).isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void contactPointOfAnotherCustomerCannotBeTaken() {
        callAs(north, org.vinculo.crm.identity.Scope.ALL);
        CustomerForm other = person("Other", "One");
        other.getContacts().add(contact(ContactPointType.EMAIL, "other@example.org"));
        CustomerDetails stranger = service.create(other);
        flushAndClear();
        callAsCustomer(mine.ref().id(), OrgRole.ADMIN);
        MyDataForm form = myData.form();
        form.contactsOf("EMAIL").get(0).setPublicId(stranger.contacts().get(0).publicId());
        form.contactsOf("EMAIL").get(0).setValue("stolen@example.org");

        myData.correct(form);
        flushAndClear();

        assertThat(entity(stranger.ref().publicId()).getContactPoints().get(0).getValue())
                .isEqualTo("other@example.org");
    }

    @Test
    void needOfAnotherCustomerDoesNotExist() {
        callAs(north, org.vinculo.crm.identity.Scope.ALL);
        String stranger = service.create(person("Other", "One")).ref().publicId();
        NeedForm need = new NeedForm();
        need.setText("secret");
        needs.save(stranger, need);
        em.flush();
        String id = needs.list(stranger).get(0).publicId();
        callAsCustomer(mine.ref().id(), OrgRole.ADMIN);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> myData.removeNeed(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> myData.confirmNeed(id)).isInstanceOf(NotFound.class);
        });
    }

    @Test
    void whoTellsNeedsWithoutEndHasToWait() {
        for (int i = 0; i < 30; i++) {
            myData.addNeed("need " + i);
        }

        assertThatThrownBy(() -> myData.addNeed("one more")).isInstanceOf(TooManyRequests.class);
        callAs(north, org.vinculo.crm.identity.Scope.ALL);
        assertThat(needs.list(mine.ref().publicId())).hasSize(30);
    }

    @Test
    void theOwnerIsToldWhatTheCustomerChanged() {
        em.find(StaffUser.class, north.getId()).takePassword("$argon2id$x", NOW);
        MyDataForm form = myData.form();
        form.setFamilyName("Corrected");
        myData.correct(form);
        myData.addNeed("Decaf, please");
        flushAndClear();

        assertThat(toldTo(north.getEmail()))
                .hasSize(2)
                .allMatch(body -> body.contains(mine.ref().publicId()));
        assertThat(toldTo(south.getEmail())).isEmpty();
    }

    /** What is changed counts and is kept; only the mails about it have an end. */
    @Test
    void whoChangesWithoutEndDoesNotFillTheMailboxOfTheOwner() {
        em.find(StaffUser.class, north.getId()).takePassword("$argon2id$x", NOW);
        for (int i = 0; i < 40; i++) {
            MyDataForm form = myData.form();
            form.setFamilyName("Corrected " + i);
            myData.correct(form);
            flushAndClear();
        }

        assertThat(entity(mine.ref().publicId()).getDisplayName()).contains("Corrected 39");
        java.util.List<String> mails = toldTo(north.getEmail());
        assertThat(mails).hasSize(20);
        assertThat(mails).filteredOn(body -> body.contains("next hour")).hasSize(1);

        em.createQuery("update OutboxMessage m set m.createdAt = :before where m.customerId = :id")
                .setParameter("before", NOW.minusSeconds(3601))
                .setParameter("id", mine.ref().id())
                .executeUpdate();
        em.clear();
        myData.addNeed("An hour later");
        flushAndClear();
        assertThat(toldTo(north.getEmail())).hasSize(21);
    }

    @Test
    void nobodyIsToldWhereNobodyLooksAfterTheCustomerOrTheChangeWasRefused() {
        em.find(StaffUser.class, north.getId()).takePassword("$argon2id$x", NOW);
        MyDataForm stale = myData.form();
        MyDataForm form = myData.form();
        form.setFamilyName("Corrected");
        myData.correct(form);
        flushAndClear();
        assertThatThrownBy(() -> myData.correct(stale)).isInstanceOf(ConcurrentChange.class);
        assertThat(toldTo(north.getEmail())).hasSize(1);

        callAs(north, org.vinculo.crm.identity.Scope.ALL);
        CustomerForm free = person("Bruno", "Free");
        free.setOwner(null);
        long id = service.create(free).ref().id();
        flushAndClear();
        em.createNativeQuery("update customer set team_id = null where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
        callAsCustomer(id, OrgRole.ADMIN);
        myData.addNeed("Nobody listens");
        flushAndClear();

        assertThat(toldAbout(id)).isEmpty();
    }

    private java.util.List<String> toldTo(String address) {
        return em.createQuery("select m.body from OutboxMessage m where m.toAddress = :to", String.class)
                .setParameter("to", address)
                .getResultList();
    }

    private java.util.List<String> toldAbout(long customerId) {
        return em.createQuery("select m.body from OutboxMessage m where m.customerId = :id", String.class)
                .setParameter("id", customerId)
                .getResultList();
    }

    @Test
    void staffAreNotCustomers() {
        callAs(north, org.vinculo.crm.identity.Scope.ALL);

        assertThatThrownBy(() -> myData.view()).isInstanceOf(NotAllowed.class);
    }

    @Test
    void deletedCustomerIsGoneFromThePortal() {
        callAs(north, org.vinculo.crm.identity.Scope.ALL);
        service.delete(mine.ref().publicId());
        flushAndClear();
        callAsCustomer(mine.ref().id(), OrgRole.ADMIN);

        assertThatThrownBy(() -> myData.view()).isInstanceOf(NotFound.class);
    }

    @Test
    void onlyAdministratorsOfAnOrganisationCorrectItsData() {
        callAs(north, org.vinculo.crm.identity.Scope.ALL);
        CustomerForm form = new CustomerForm();
        form.setKind(CustomerKind.ORGANISATION);
        form.setName("Serra");
        long id = service.create(form).ref().id();
        flushAndClear();

        callAsCustomer(id, OrgRole.VIEWER);
        assertThat(myData.mayCorrect()).isFalse();
        assertThatThrownBy(() -> myData.correct(myData.form())).isInstanceOf(NotAllowed.class);
        callAsCustomer(id, OrgRole.ADMIN);
        assertThat(myData.mayCorrect()).isTrue();
    }

    @Test
    void registrationFindsTheOneCustomerOfAnAddressAndMakesAProspectOtherwise() {
        String address = "reg" + System.nanoTime() + "@example.org";

        Candidate created = matching.createProspect("Bruno de Castro", address, Locale.forLanguageTag("pt-BR"));
        flushAndClear();

        assertThat(matching.withVerifiedEmail(address)).containsExactly(created);
        callAs(north, org.vinculo.crm.identity.Scope.ALL);
        CustomerDetails prospect = service.get(created.publicId());
        assertThat(prospect.ref().stage()).isEqualTo(CustomerStage.PROSPECT);
        assertThat(prospect.contacts().get(0).verifiedAt()).isEqualTo(NOW);
        assertThat(prospect.familyName()).isEqualTo("de Castro");
    }

    /** A provider gives addresses to somebody else after a while: whoever has it now is not whom it reached once. */
    @Test
    void anAddressThatEndedOrHasNotBegunOpensNoRecord() {
        callAs(north, org.vinculo.crm.identity.Scope.ALL);
        String address = "passed.on" + System.nanoTime() + "@example.org";
        String former = withEmail(
                "Former",
                address,
                null,
                LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(1));
        withEmail("Coming", address, LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(1), null);
        flushAndClear();
        assertThat(matching.withVerifiedEmail(address)).isEmpty();

        String present = withEmail("Present", address, null, LocalDate.ofInstant(NOW, ZoneOffset.UTC));
        flushAndClear();
        assertThat(matching.withVerifiedEmail(address))
                .extracting(Candidate::publicId)
                .containsExactly(present)
                .doesNotContain(former);
    }

    private String withEmail(String name, String address, LocalDate from, LocalDate to) {
        CustomerForm form = person(name, "Owner");
        ContactForm contact = contact(ContactPointType.EMAIL, address);
        contact.setValidFrom(from);
        contact.setValidTo(to);
        form.getContacts().add(contact);
        return service.create(form).ref().publicId();
    }
}
