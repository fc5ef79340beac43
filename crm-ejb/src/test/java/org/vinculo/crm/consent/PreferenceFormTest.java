package org.vinculo.crm.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.consent.PreferenceSheet.ChannelChoice;
import org.vinculo.crm.consent.PreferenceSheet.PurposeChoice;
import org.vinculo.crm.consent.PreferenceSheet.Way;
import org.vinculo.crm.consent.portal.PreferenceForm;
import org.vinculo.crm.shared.InvalidInput;

class PreferenceFormTest {

    private final PurposeChoice orders = purpose("orders", Enforcement.TRANSACTIONAL, true);
    private final PurposeChoice offers = purpose("offers", Enforcement.RESTRICTIVE, false);
    private final PreferenceForm form = new PreferenceForm(sheet(3));

    @Test
    void freshFormWantsWhatHolds() {
        assertThat(form.getChanges()).isZero();
        assertThat(form.wish().version()).isEqualTo(3);
        assertThat(form.wish().hours()).isEqualTo(form.getSheet().hours());
        assertThat(form.wish().allowed().get("offers")).isEmpty();
    }

    @Test
    void everyDifferenceIsOneChange() {
        form.getTicks().put("offers-EMAIL", true);
        form.setFirst(Channel.EMAIL);
        form.setFrequency(Frequency.MONTHLY);
        form.setDays(new DayOfWeek[] {DayOfWeek.MONDAY});
        form.setFrom("09:00");
        form.setPause("2027-01-01");
        form.setLanguage("es");

        assertThat(form.getChanges()).isEqualTo(6);
        assertThat(form.wish().allowed().get("offers")).containsExactly(Channel.EMAIL);
    }

    @Test
    void changingBackIsNoChange() {
        form.getTicks().put("offers-EMAIL", true);
        form.getTicks().put("offers-EMAIL", false);

        assertThat(form.getChanges()).isZero();
    }

    @Test
    void discardingForgetsWhatWasEntered() {
        form.getTicks().put("offers-EMAIL", true);
        form.setFrom("10:00");

        form.reset();

        assertThat(form.getChanges()).isZero();
    }

    @Test
    void afterSomebodyElsesChangeTheEntryIsComparedWithTheNewState() {
        form.setFrequency(Frequency.MONTHLY);

        form.rebase(new PreferenceForm(sheet(4)));

        assertThat(form.getChanges()).isEqualTo(1);
        assertThat(form.wish().version()).isEqualTo(4);
    }

    @Test
    void withoutADayThereIsNoWish() {
        form.setDays(new DayOfWeek[0]);

        assertThatThrownBy(form::wish).isInstanceOf(InvalidInput.class);
    }

    @Test
    void lastWayForServiceIsHeld() {
        ChannelChoice email = orders.channel(Channel.EMAIL).orElseThrow();
        assertThat(form.isLast(orders, email)).isFalse();

        form.getTicks().put("orders-PHONE", false);

        assertThat(form.isLast(orders, email)).isTrue();
        assertThat(form.isLast(offers, offers.channel(Channel.EMAIL).orElseThrow()))
                .isFalse();
    }

    @Test
    void channelWithoutAddressIsNoWay() {
        assertThat(form.isUsable(orders.channel(Channel.POST).orElseThrow())).isFalse();
        assertThat(form.isUsable(orders.channel(Channel.PHONE).orElseThrow())).isTrue();
    }

    private PreferenceSheet sheet(long version) {
        return new PreferenceSheet(
                version,
                List.of(
                        new Way(Channel.EMAIL, "ana@example.org", AddressState.VERIFIED, null),
                        new Way(Channel.PHONE, "+55 11 98765-4321", AddressState.UNVERIFIED, null),
                        new Way(Channel.POST, null, AddressState.MISSING, null)),
                null,
                null,
                ContactHours.usual(Facts.LISBON),
                false,
                Locale.ENGLISH,
                Frequency.ALL,
                null,
                null,
                List.of(orders, offers));
    }

    private static PurposeChoice purpose(String code, Enforcement enforcement, boolean allowed) {
        List<ChannelChoice> channels = List.of(
                new ChannelChoice(Channel.EMAIL, ConsentState.UNKNOWN, allowed, null, null),
                new ChannelChoice(Channel.PHONE, ConsentState.UNKNOWN, allowed, null, null),
                new ChannelChoice(Channel.POST, ConsentState.UNKNOWN, allowed, null, null));
        return new PurposeChoice(code, code, code, LegalBasis.CONSENT, enforcement, 1, "en", channels);
    }
}
