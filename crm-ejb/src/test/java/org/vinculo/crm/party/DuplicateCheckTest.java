package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.MatchPart.Sign;

class DuplicateCheckTest extends PartyTest {

    private final String tag = "d" + System.nanoTime();

    @Test
    void sameAddressesAndNumbersAreNoticed() {
        CustomerForm known = person("João", tag);
        known.setTaxId("111.444.777-35");
        known.getContacts().add(contact(ContactPointType.EMAIL, tag + "@example.org"));
        known.getContacts().add(contact(ContactPointType.PHONE, "+5511912345678"));
        service.create(known);

        CustomerForm email = person("Somebody", "Else");
        email.getContacts().add(contact(ContactPointType.EMAIL, tag + "@EXAMPLE.org"));
        CustomerForm phone = person("Somebody", "Else");
        phone.setLanguage("pt-BR");
        phone.getContacts().add(contact(ContactPointType.PHONE, "011 91234-5678"));
        CustomerForm tax = person("Somebody", "Else");
        tax.setTaxId("11144477735");

        assertThat(signs(email)).containsExactly(Sign.EMAIL);
        assertThat(signs(phone)).containsExactly(Sign.PHONE);
        assertThat(signs(tax)).containsExactly(Sign.TAX_ID);
    }

    @Test
    void nameAloneSaysNothingButWithPlaceOrBirthdayItDoes() {
        CustomerForm known = person("João", tag);
        known.setBirthDate(LocalDate.of(1990, 1, 2));
        known.getContacts().add(address("Rua A", "Recife", "50000-000", "BR"));
        service.create(known);
        flushAndClear();

        CustomerForm name = person(tag, "joao");
        assertThat(duplicates.find(name)).isEmpty();
        name.getContacts().add(address("Rua B", "RECIFE", null, "BR"));
        assertThat(signs(name)).contains(Sign.SWAPPED_NAMES, Sign.ADDRESS);
        name.getContacts().get(0).setPostalCode("50000000");
        assertThat(signs(name)).contains(Sign.SWAPPED_NAMES, Sign.ADDRESS);
        name.setBirthDate(LocalDate.of(1990, 1, 2));
        assertThat(duplicates.find(name).get(0).certain()).isTrue();
    }

    @Test
    void whatManyHaveInCommonSaysNothing() {
        for (int i = 0; i < 21; i++) {
            CustomerForm form = person("N" + i, tag);
            form.getContacts().add(contact(ContactPointType.EMAIL, tag + "-info@example.org"));
            service.create(form);
        }
        CustomerForm one = person("Somebody", "Else");
        one.getContacts().add(contact(ContactPointType.EMAIL, tag + "-info@example.org"));

        assertThat(duplicates.find(one)).isEmpty();
    }

    @Test
    void customerIsNotItsOwnDuplicate() {
        CustomerForm known = person("João", tag);
        known.getContacts().add(contact(ContactPointType.EMAIL, tag + "@example.org"));
        String id = service.create(known).ref().publicId();

        assertThat(duplicates.find(service.form(id))).isEmpty();
    }

    @Test
    void strangersDataIsNotTold() {
        CustomerForm known = person("João", tag);
        known.getContacts().add(contact(ContactPointType.EMAIL, tag + "@example.org"));
        service.create(known);
        callAs(south, Scope.TEAM);
        CustomerForm same = person("Somebody", "Else");
        same.getContacts().add(contact(ContactPointType.EMAIL, tag + "@example.org"));

        List<DuplicateCandidate> found = duplicates.find(same);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).publicId()).isNull();
        assertThat(found.get(0).name()).isNull();
        assertThat(found.get(0).city()).isNull();
    }

    private List<Sign> signs(CustomerForm form) {
        flushAndClear();
        return duplicates.find(form).stream()
                .flatMap(found -> found.parts().stream())
                .map(MatchPart::sign)
                .toList();
    }
}
