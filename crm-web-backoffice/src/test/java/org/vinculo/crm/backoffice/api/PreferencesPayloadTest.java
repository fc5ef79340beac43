package org.vinculo.crm.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.consent.AddressState;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ConsentState;
import org.vinculo.crm.consent.ContactHours;
import org.vinculo.crm.consent.Enforcement;
import org.vinculo.crm.consent.Frequency;
import org.vinculo.crm.consent.LegalBasis;
import org.vinculo.crm.consent.PreferenceSheet;
import org.vinculo.crm.consent.PreferenceSheet.ChannelChoice;
import org.vinculo.crm.consent.PreferenceSheet.PurposeChoice;
import org.vinculo.crm.consent.PreferenceSheet.Way;
import org.vinculo.crm.consent.PreferenceWish;
import org.vinculo.crm.consent.Source;
import org.vinculo.crm.shared.InvalidInput;

class PreferencesPayloadTest {

    private static final PreferenceSheet SHEET = new PreferenceSheet(
            7,
            List.of(
                    new Way(Channel.EMAIL, "ana@example.org", AddressState.VERIFIED, Instant.EPOCH),
                    new Way(Channel.PHONE, "+55 11 98765-4321", AddressState.UNVERIFIED, null)),
            Channel.PHONE,
            Channel.EMAIL,
            ContactHours.usual(ZoneId.of("America/Sao_Paulo")),
            false,
            Locale.forLanguageTag("pt-BR"),
            Frequency.MONTHLY,
            LocalDate.of(2027, 1, 1),
            null,
            List.of(new PurposeChoice(
                    "offers",
                    "Offers",
                    "New prices",
                    LegalBasis.CONSENT,
                    Enforcement.RESTRICTIVE,
                    1,
                    "en",
                    List.of(
                            new ChannelChoice(Channel.EMAIL, ConsentState.GRANTED, true, Instant.EPOCH, null),
                            new ChannelChoice(Channel.PHONE, ConsentState.UNKNOWN, false, null, null)))));

    @Test
    void whatIsReadAndSentBackChangesNothing() {
        PreferencesPayload sentBack = new PreferencesPayload(SHEET, PreferencesPayload.of(SHEET, List.of()));

        PreferenceWish wish = sentBack.wish();

        assertThat(wish.version()).isEqualTo(7);
        assertThat(wish.first()).isEqualTo(Channel.PHONE);
        assertThat(wish.second()).isEqualTo(Channel.EMAIL);
        assertThat(wish.hours()).isEqualTo(SHEET.hours());
        assertThat(wish.language()).isEqualTo(SHEET.language());
        assertThat(wish.frequency()).isEqualTo(Frequency.MONTHLY);
        assertThat(wish.pausedUntil()).isEqualTo(SHEET.pausedUntil());
        assertThat(wish.allowed()).containsEntry("offers", Set.of(Channel.EMAIL));
        assertThat(sentBack.stopped()).isFalse();
    }

    @Test
    void whatIsLeftOutStays() {
        PreferenceWish wish = payload("{}").wish();

        assertThat(wish.first()).isEqualTo(Channel.PHONE);
        assertThat(wish.second()).isEqualTo(Channel.EMAIL);
        assertThat(wish.pausedUntil()).isEqualTo(SHEET.pausedUntil());
        assertThat(wish.hours()).isNull();
        assertThat(wish.allowed()).isEmpty();
        assertThat(payload("{}").stopped()).isNull();
        assertThat(payload("{}").told().source()).isEqualTo(Source.API);
    }

    @Test
    void namesOfChannelsAreTheChoicesInTheirOrder() {
        PreferenceWish wish =
                payload("{\"channels\": [\"EMAIL\"], \"pausedUntil\": null}").wish();

        assertThat(wish.first()).isEqualTo(Channel.EMAIL);
        assertThat(wish.second()).isNull();
        assertThat(wish.pausedUntil()).isNull();
    }

    @Test
    void oneChannelOfAPurposeCanBeChangedAlone() {
        PreferenceWish wish = payload(
                        "{\"purposes\": [{\"code\": \"offers\", \"channels\": [{\"channel\": \"PHONE\", \"allowed\": true}]}]}")
                .wish();

        assertThat(wish.allowed().get("offers")).isEqualTo(EnumSet.of(Channel.EMAIL, Channel.PHONE));
    }

    @Test
    void evidenceIsTakenOver() {
        PreferencesPayload payload =
                payload("{\"evidence\": {\"source\": \"FORM\", \"toldOn\": \"2026-11-19\", \"note\": \"form 12\"}}");

        assertThat(payload.told().source()).isEqualTo(Source.FORM);
        assertThat(payload.told().on()).isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(payload.told().note()).isEqualTo("form 12");
    }

    @Test
    void valuesThatCannotBeAreRefusedWithTheirField() {
        refuses("{\"frequency\": \"DAILY\"}", "frequency");
        refuses("{\"pausedUntil\": \"tomorrow\"}", "pausedUntil");
        refuses("{\"channels\": [\"PIGEON\"]}", "channels");
        refuses("{\"channels\": [\"EMAIL\", \"PHONE\", \"SMS\"]}", "channels");
        refuses("{\"purposes\": [{\"code\": \"weather\", \"channels\": []}]}", "purposes.code");
        refuses("{\"times\": {\"days\": [], \"from\": \"09:00\", \"until\": \"12:00\"}}", "times.days");
        refuses("{\"times\": {\"days\": [\"MONDAY\"], \"from\": \"nine\", \"until\": \"12:00\"}}", "times.from");
        refuses(
                "{\"times\": {\"days\": [\"MONDAY\"], \"from\": \"09:00\", \"until\": \"12:00\", \"zone\": \"Mars\"}}",
                "times.zone");
    }

    private static void refuses(String body, String field) {
        assertThatThrownBy(() -> payload(body).wish()).isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(
                        refused.errors().get(0).field())
                .isEqualTo(field));
    }

    private static PreferencesPayload payload(String body) {
        JsonObject json = Json.createReader(new StringReader(body)).readObject();
        return new PreferencesPayload(SHEET, json);
    }
}
