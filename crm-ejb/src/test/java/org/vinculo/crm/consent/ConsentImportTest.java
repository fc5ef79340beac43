package org.vinculo.crm.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.consent.ContactAnswer.Verdict;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.persistence.StatementCounter;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

class ConsentImportTest extends DatabaseTest {

    private static final Instant LAST_YEAR = Instant.parse("2025-11-20T09:00:00Z");

    private ConsentRoom room;
    private Customer ana;

    @BeforeEach
    void customer() {
        room = new ConsentRoom(em, clock);
        ana = room.reachable("ana");
        room.actAsStaff(Scope.ALL);
    }

    @Test
    void wordIsKeptWithTheMomentItWasSaid() {
        assertThat(room.imported.record(List.of(word(ConsentState.GRANTED, "paper form 12"))))
                .containsExactly(true);
        flushAndClear();

        LedgerLine line = room.service
                .history(ana.getPublicId(), PageRequest.of(0, 5))
                .items()
                .get(0);
        assertThat(line.at()).isEqualTo(LAST_YEAR);
        assertThat(line.note()).isEqualTo("paper form 12");
        assertThat(line.details()).isEqualTo("written down by import · in imported data · said on Nov 19, 2025");
        assertThat(room.contactability
                        .canContact(ana.getId(), "news", Channel.EMAIL)
                        .verdict())
                .isNotEqualTo(Verdict.NO);
    }

    @Test
    void yesWithoutProofIsRefused() {
        assertThatThrownBy(() -> room.imported.record(List.of(word(ConsentState.GRANTED, null))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void broughtYesNeverOverrulesANo() {
        List<Boolean> written = room.imported.record(
                List.of(word(ConsentState.DENIED, null), word(ConsentState.GRANTED, "paper form 12")));

        assertThat(written).containsExactly(true, false);
        assertThat(room.contactability
                        .canContact(ana.getId(), "news", Channel.EMAIL)
                        .because()
                        .code())
                .isEqualTo(ContactReason.Code.CONSENT_DENIED);
    }

    @Test
    void sameWordTwiceIsWrittenOnce() {
        PastWord word = word(ConsentState.DENIED, null);

        assertThat(room.imported.record(List.of(word, word))).containsExactly(true, false);
    }

    @Test
    void unknownPurposeIsRefused() {
        PastWord word = word(ConsentState.DENIED, null);
        PastWord other = new PastWord(
                word.customerId(),
                "weather",
                word.channel(),
                word.state(),
                LAST_YEAR,
                word.actor(),
                word.source(),
                null,
                null,
                null);

        assertThatThrownBy(() -> room.imported.record(List.of(other))).isInstanceOf(NotFound.class);
    }

    @Test
    void manyCustomersCostFewStatements() {
        List<PastWord> words = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> room.customer("c" + i))
                .map(customer -> word(customer.getId(), ConsentState.GRANTED, "list of the fair"))
                .toList();
        StatementCounter.reset();

        room.imported.record(words);
        em.flush();

        assertThat(StatementCounter.count()).isLessThan(130);
    }

    @Test
    void preferencesOfThePastAreKeptWithTheirProof() {
        room.imported.prefer(List.of(new PastPreference(
                ana.getId(),
                Channel.PHONE,
                Channel.EMAIL,
                null,
                Frequency.MONTHLY,
                LocalDate.of(2027, 1, 1),
                LAST_YEAR,
                LAST_YEAR,
                Caller.system("import"),
                Source.IMPORT)));
        flushAndClear();

        PreferenceSheet sheet = room.service.sheet(ana.getPublicId());
        assertThat(sheet.first()).isEqualTo(Channel.PHONE);
        assertThat(sheet.frequency()).isEqualTo(Frequency.MONTHLY);
        assertThat(sheet.stoppedAt()).isEqualTo(LAST_YEAR);
        assertThat(room.service.history(ana.getPublicId(), PageRequest.of(0, 9)).total())
                .isEqualTo(5);
    }

    private PastWord word(ConsentState state, String note) {
        return word(ana.getId(), state, note);
    }

    private static PastWord word(long customer, ConsentState state, String note) {
        return new PastWord(
                customer,
                "news",
                Channel.EMAIL,
                state,
                LAST_YEAR,
                Caller.system("import"),
                Source.IMPORT,
                LocalDate.of(2025, 11, 19),
                note,
                "ana@example.org");
    }
}
