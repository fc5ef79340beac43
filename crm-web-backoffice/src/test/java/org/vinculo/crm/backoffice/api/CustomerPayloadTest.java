package org.vinculo.crm.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.shared.InvalidInput;

/** Customers as programs write them. */
class CustomerPayloadTest {

    private final CustomerForm form = new CustomerForm();

    @Test
    void aContactPointIsUsedFromAndUntilADay() {
        patch("{'email':'ana@example.org','street':'Rua Augusta 1','city':'Lisboa','country':'PT',"
                + "'emailValidFrom':'2026-12-01','addressValidFrom':'2026-12-24','addressValidTo':'2027-06-30'}");

        ContactForm email = form.contacts(ContactPointType.EMAIL).get(0);
        assertThat(email.getValidFrom()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(email.getValidTo()).isNull();
        ContactForm address = form.contacts(ContactPointType.POSTAL).get(0);
        assertThat(address.getValidFrom()).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(address.getValidTo()).isEqualTo(LocalDate.of(2027, 6, 30));
    }

    @Test
    void whatIsNotSaidStaysAndNullTakesTheDayAway() {
        patch("{'phone':'+351211234567','phoneValidFrom':'2026-12-01','phoneValidTo':'2026-12-31'}");

        patch("{'phoneValidFrom':null}");

        ContactForm phone = form.contacts(ContactPointType.PHONE).get(0);
        assertThat(phone.getValidFrom()).isNull();
        assertThat(phone.getValidTo()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void aDayOfNothingAndNoDayAreRefusedByTheirField() {
        assertRefused("{'emailValidFrom':'2026-12-01'}", "emailValidFrom");
        patch("{'email':'ana@example.org'}");
        assertRefused("{'emailValidTo':'tomorrow'}", "emailValidTo");
        patch("{'phoneValidTo':null}");
    }

    private void assertRefused(String body, String field) {
        assertThatThrownBy(() -> patch(body)).isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(
                        refused.errors().get(0).field())
                .isEqualTo(field));
    }

    private void patch(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body.replace('\'', '"')))) {
            JsonObject json = reader.readObject();
            CustomerPayload.patch(form, json);
        }
    }
}
