package org.vinculo.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.interaction.internal.InteractionLog;
import org.vinculo.crm.interaction.internal.InteractionPart;
import org.vinculo.crm.interaction.internal.LastContactColumn;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.interaction.internal.Snapshots;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.party.TimelineEntry;
import org.vinculo.crm.persistence.StatementCounter;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;

class InteractionTest extends PartyTest {

    private InteractionService interactions;
    private InteractionPart part;
    private InteractionLog log;
    private Snapshots snapshots;
    private LastContacts contacts;
    private CustomerRef customer;

    @BeforeEach
    void wireLog() {
        snapshots = wire(new Snapshots(), none(), wire(new StaffDirectory()));
        contacts = wire(new LastContacts());
        log = wire(new InteractionLog(), callers, snapshots, contacts, none());
        part = wire(new InteractionPart(), log, contacts, callers, customers, Settings.of(Map.of(Setting.ZONE, "UTC")));
        interactions = wire(new InteractionService(), customers, log, contacts, callers);
        customer = service.create(person("Ana", "Talks")).ref();
        flushAndClear();
    }

    @Test
    void conversationIsWrittenDown() {
        InteractionForm form = call("Grinder stopped");
        form.setMinutes(7);
        form.setSentiment(Sentiment.UNHAPPY);
        form.setBody("third time\u0007");

        interactions.log(customer.publicId(), form);
        flushAndClear();

        InteractionView view = interactions.list(customer.publicId(), null, 10).get(0);
        assertThat(view.startedAt()).isEqualTo(NOW);
        assertThat(view.duration()).isEqualTo(Duration.ofMinutes(7));
        assertThat(view.staff()).isEqualTo("north");
        assertThat(view.body()).isEqualTo("third time");
        assertThat(wire(new LastContactColumn(), contacts, callers).values(List.of(customer.id())))
                .containsKey(customer.id());
    }

    @Test
    void sameExternalIdIsKeptOnceAndBelongsToOneCustomer() {
        InteractionForm form = call("Imported");
        form.setExternalId("mail-" + System.nanoTime());
        String first = interactions.log(customer.publicId(), form).publicId();
        CustomerRef other = service.create(person("Other", "One")).ref();

        assertThat(interactions.log(customer.publicId(), form).publicId()).isEqualTo(first);
        assertThatThrownBy(() -> interactions.log(other.publicId(), form)).isInstanceOf(Duplicate.class);
        assertThat(interactions.list(customer.publicId(), null, 10)).hasSize(1);
    }

    @Test
    void staffMustSayWhatCameOutAndCannotTalkTomorrow() {
        InteractionForm form = new InteractionForm();
        form.setStartedAt(NOW.plusSeconds(3600));
        form.setMinutes(-1);

        InvalidInput refused =
                catchThrowableOfType(InvalidInput.class, () -> interactions.log(customer.publicId(), form));

        assertThat(refused.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("topic", "outcome", "minutes", "startedAt");
    }

    @Test
    void lastContactFollowsWhatIsWrittenCorrectedImportedAndTakenBack() {
        InteractionForm old = call("Long ago");
        old.setStartedAt(NOW.minus(Duration.ofDays(30)));
        String first = interactions.log(customer.publicId(), old).publicId();
        assertThat(last()).isEqualTo(NOW.minus(Duration.ofDays(30)));

        InteractionImport imports = wire(new InteractionImport(), snapshots, contacts);
        List<String> imported = imports.record(List.of(record(NOW.minus(Duration.ofDays(2)), null)));
        assertThat(last()).isEqualTo(NOW.minus(Duration.ofDays(2)));

        InteractionForm older = call("Even longer ago");
        older.setStartedAt(NOW.minus(Duration.ofDays(90)));
        interactions.log(customer.publicId(), older);
        assertThat(last()).as("the latest, not the last written").isEqualTo(NOW.minus(Duration.ofDays(2)));

        imports.remove(imported);
        assertThat(last()).isEqualTo(NOW.minus(Duration.ofDays(30)));

        log.find(first).orElseThrow().delete("north", NOW);
        contacts.follow(customer.id());
        assertThat(last()).isEqualTo(NOW.minus(Duration.ofDays(90)));
    }

    private Instant last() {
        return contacts.newest(customer.id()).orElse(null);
    }

    @Test
    void customerOfAnotherTeamCannotBeWrittenAbout() {
        callAs(south, Scope.TEAM);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> interactions.log(customer.publicId(), call("x")))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> interactions.list(customer.publicId(), null, 10))
                    .isInstanceOf(NotFound.class);
        });
    }

    @Test
    void longHistoryIsReadPageByPageWithOneStatementEach() {
        List<InteractionRecord> records = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            records.add(record(NOW.minusSeconds(i / 3), null));
        }
        wire(new InteractionImport(), snapshots, contacts).record(records);
        flushAndClear();
        List<TimelineEntry> read = new ArrayList<>();
        TimelineCursor cursor = TimelineCursor.START;
        StatementCounter.reset();

        for (int page = 0; page < 5; page++) {
            List<TimelineEntry> entries = part.timeline(customer.id(), cursor, 30);
            read.addAll(entries);
            cursor = entries.isEmpty() ? cursor : TimelineCursor.after(entries.get(entries.size() - 1));
        }

        assertThat(read).hasSize(120).extracting(TimelineEntry::id).doesNotHaveDuplicates();
        assertThat(StatementCounter.count()).isEqualTo(5);
    }

    @Test
    void importedConversationIsRecordedOnce() {
        String externalId = "x-" + System.nanoTime();
        InteractionImport imports = wire(new InteractionImport(), snapshots, contacts);

        List<String> ids = imports.record(List.of(record(NOW, externalId), record(NOW, externalId)));
        em.flush();
        List<String> again = imports.record(List.of(record(NOW, externalId)));

        assertThat(ids).hasSize(2).element(1).isNull();
        assertThat(again).containsOnlyNulls();
        imports.remove(List.of(ids.get(0)));
        em.flush();
        assertThat(interactions.list(customer.publicId(), null, 10)).isEmpty();
    }

    private InteractionRecord record(Instant at, String externalId) {
        return new InteractionRecord(
                customer.id(),
                Channel.EMAIL,
                Direction.IN,
                Purpose.SERVICE,
                "Topic",
                null,
                at,
                null,
                null,
                Sentiment.NEUTRAL,
                Visibility.INTERNAL,
                null,
                "import",
                null,
                externalId);
    }

    private static InteractionForm call(String topic) {
        InteractionForm form = new InteractionForm();
        form.setTopic(topic);
        form.setOutcome(Outcome.DONE);
        return form;
    }
}
