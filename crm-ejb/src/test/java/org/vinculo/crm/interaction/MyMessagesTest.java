package org.vinculo.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.document.NewFile;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.PortalAddresses;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.SendingLimits;
import org.vinculo.crm.identity.internal.Throttle;
import org.vinculo.crm.identity.internal.ThrottleLedger;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.interaction.internal.InteractionLog;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.interaction.internal.MessageBook;
import org.vinculo.crm.interaction.portal.MyMessages;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.RelatedRecord;
import org.vinculo.crm.party.RelatedRecords;
import org.vinculo.crm.persistence.Database;
import org.vinculo.crm.persistence.RowsRead;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.TooManyRequests;

/** What customers write in the portal and read there, and what of others they never see. */
class MyMessagesTest extends TalkRoom {

    private static final int PAGE = 50;

    private MyMessages mine;
    private MessageService staffs;
    private MessageBook book;
    private LastContacts contacts;
    private CustomerRef bia;

    @BeforeEach
    void wireMessages() {
        RelatedRecords promises = new OnePerCustomer();
        contacts = wire(new LastContacts());
        InteractionLog log = wire(new InteractionLog(), callers, interactionSnapshots(), contacts, just(promises));
        book = wire(new MessageBook(), log, attachments);
        SendingLimits limits = wire(new SendingLimits(), callers, wire(new Throttle(), wire(new ThrottleLedger())));
        mine = wire(new MyMessages(), customers, book, limits, opener, notice, callers);
        staffs = wire(new MessageService(), customers, book, wire(new PortalAddresses()), outbox, settings, callers);
        bia = customer("Bia", "Talks", "bia@customer.example");
        flushAndClear();
    }

    /** Every customer has one record, which nobody else can be told of. */
    private static final class OnePerCustomer implements RelatedRecords {

        @Override
        public String type() {
            return "promise";
        }

        @Override
        public List<RelatedRecord> recent(long customerId, int atMost) {
            return List.of(new RelatedRecord(type(), "p" + customerId, Phrase.value("Sample"), "/promises"));
        }

        @Override
        public java.util.Optional<RelatedRecord> find(long customerId, String publicId) {
            return recent(customerId, 1).stream()
                    .filter(record -> record.publicId().equals(publicId))
                    .findFirst();
        }
    }

    /** Each with an account of their own. */
    private void callAsCustomer(CustomerRef customer) {
        flushAndClear();
        callers.bind(new Caller(
                Caller.Kind.CUSTOMER,
                customer.equals(bia) ? north.getId() : south.getId(),
                customer.name(),
                customer.id(),
                null,
                Map.of(),
                OrgRole.ADMIN,
                "127.0.0.1",
                null,
                "test",
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }

    private static NewFile file(String name, String content) {
        return new NewFile(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bothSidesReadTheMessageItsRecordAndItsFiles() throws Exception {
        callAsCustomer(ana);
        mine.send("Where is it?", "promise:p" + ana.id(), List.of(file("list.txt", "one")));
        flushAndClear();

        MessageView own = thread().get(0);
        assertThat(own.about().outcome()).isEqualTo("/promises");
        try (InputStream content = mine.file(own.files().get(0).publicId()).open()) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("one");
        }
        callAs(north, Scope.ALL);
        MessageView seen = staffs.open(ana.publicId(), null).messages().get(0);
        assertThat(seen.fromCustomer()).isTrue();
        assertThat(seen.about().publicId()).isEqualTo("p" + ana.id());
        try (InputStream content = files.open(seen.files().get(0).publicId()).open()) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("one");
        }
    }

    @Test
    void whatBelongsToSomebodyElseDoesNotExist() {
        callAsCustomer(bia);
        mine.send("Hers", "promise:p" + bia.id(), List.of(file("hers.txt", "secret")));
        flushAndClear();
        MessageView hers = thread().get(0);
        String file = hers.files().get(0).publicId();

        callAsCustomer(ana);

        assertThat(thread()).isEmpty();
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> mine.open(hers.publicId())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> mine.file(file)).isInstanceOf(NotFound.class);
        });
        assertThat(mine.related("promise:p" + bia.id())).isEmpty();
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> mine.send("About hers", "promise:p" + bia.id(), List.of()))
                    .isInstanceOf(InvalidInput.class);
        });
        assertThat(mine.unread()).isZero();
        callAsCustomer(bia);
        assertThat(thread()).hasSize(1);
    }

    @Test
    void filesOfOtherConversationsAreNotTheCustomers() {
        callAs(north, Scope.ALL);
        InteractionView call = interactions.log(ana.publicId(), call("Inner notes"));
        Interaction entity = em.createQuery("select i from Interaction i where i.publicId = :id", Interaction.class)
                .setParameter("id", call.publicId())
                .getSingleResult();
        String file = attachments
                .add(
                        org.vinculo.crm.interaction.internal.InteractionFiles.owner(entity),
                        "inner.txt",
                        file("inner.txt", "for us").content())
                .publicId();

        callAsCustomer(ana);
        assertThatThrownBy(() -> mine.file(file)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mine.open(call.publicId())).isInstanceOf(NotFound.class);
    }

    @Test
    void aFileThatIsNotTakenKeepsTheMessageBack() {
        callAsCustomer(ana);

        assertThatThrownBy(() -> mine.send("Look", null, List.of(file("run.js", "var a = 1;"))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors().get(0).field()).isEqualTo("file"));
        assertThatThrownBy(() -> mine.send(" ", null, List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> mine.send("x".repeat(4001), null, List.of())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void olderMessagesAreReadPageByPage() {
        callAs(north, Scope.ALL);
        for (int i = 0; i < PAGE + 3; i++) {
            staffs.reply(ana.publicId(), "message " + i, null, List.of());
        }
        flushAndClear();
        callAsCustomer(ana);

        MessageThread newest = mine.open(null);
        assertThat(newest.messages()).hasSize(PAGE);
        assertThat(newest.latest()).isTrue();
        assertThat(newest.messages().get(PAGE - 1).text()).isEqualTo("message " + (PAGE + 2));
        MessageThread older = mine.open(newest.older());
        assertThat(older.messages())
                .extracting(MessageView::text)
                .containsExactly("message 0", "message 1", "message 2");
        assertThat(older.older()).isNull();
        assertThat(older.latest()).isFalse();
    }

    @Test
    void whoWritesWithoutEndHasToWait() {
        callAsCustomer(ana);
        for (int i = 0; i < 30; i++) {
            mine.send("message " + i, null, List.of());
        }

        assertThatThrownBy(() -> mine.send("one more", null, List.of())).isInstanceOf(TooManyRequests.class);
        callAsCustomer(bia);
        mine.send("somebody else is heard", null, List.of());
        flushAndClear();
        assertThat(mine.open(null).messages()).hasSize(1);
    }

    @Test
    void whoSendsFilesWithoutEndHasToWaitADay() {
        callAsCustomer(ana);
        mine.send("first", null, List.of(file("a.txt", "a")));
        flushAndClear();
        em.createQuery("update Attachment a set a.size = :much where a.customerId = :id")
                .setParameter("much", 200L * 1024 * 1024)
                .setParameter("id", ana.id())
                .executeUpdate();
        em.clear();

        assertThatThrownBy(() -> mine.send("second", null, List.of(file("b.txt", "b"))))
                .isInstanceOf(InvalidInput.class)
                .satisfies(refused -> assertThat(
                                ((InvalidInput) refused).errors().get(0).code())
                        .isEqualTo("interaction.message.tooMuch"));
        mine.send("words are heard", null, List.of());
        callAsCustomer(bia);
        mine.send("somebody else", null, List.of(file("c.txt", "c")));
        flushAndClear();

        callAsCustomer(ana);
        em.createQuery("update Interaction i set i.startedAt = :before where i.customerId = :id")
                .setParameter("before", NOW.minusSeconds(86_401))
                .setParameter("id", ana.id())
                .executeUpdate();
        em.clear();
        mine.send("a day later", null, List.of(file("d.txt", "d")));
    }

    @Test
    void whatWasReadIsKnownForEachPerson() {
        callAs(north, Scope.ALL);
        staffs.reply(ana.publicId(), "Tomorrow", null, List.of());
        callAsCustomer(ana);
        assertThat(mine.unread()).isEqualTo(1);
        callAsCustomer(bia);
        assertThat(mine.unread()).isZero();
    }

    @Test
    void staffOutOfReachSeeAndWriteNothing() {
        callAsCustomer(ana);
        mine.send("Hello", null, List.of(file("a.txt", "a")));
        String message = thread().get(0).publicId();
        String file = thread().get(0).files().get(0).publicId();
        flushAndClear();
        callAs(south, Scope.TEAM);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> staffs.open(ana.publicId(), null)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> staffs.open(ana.publicId(), message)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> staffs.related(ana.publicId())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> staffs.reply(ana.publicId(), "x", null, List.of()))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> files.open(file)).isInstanceOf(NotFound.class);
        });
        assertThat(staffs.waiting(10)).isEmpty();
        callAs(north, Scope.ALL);
        assertThat(staffs.waiting(10)).extracting(WaitingThread::customer).contains(ana.publicId());
    }

    @Test
    void nobodyWaitsWhoWasAnsweredOrWhoseMessageIsGone() {
        callAsCustomer(ana);
        mine.send("Hello", null, List.of());
        flushAndClear();
        String hello = thread().get(0).publicId();
        callAs(north, Scope.ALL);
        assertThat(waiting()).containsExactly(ana.publicId());

        staffs.reply(ana.publicId(), "Good morning", null, List.of());
        flushAndClear();
        assertThat(waiting()).as("answered").isEmpty();

        callAsCustomer(ana);
        mine.send("And now?", null, List.of());
        flushAndClear();
        callAs(north, Scope.ALL);
        assertThat(waiting()).as("asked again").containsExactly(ana.publicId());
        if (database == Database.DERBY) {
            long before = RowsRead.of("last_contact", database, em, () -> book.waiting(200));
            for (int i = 0; i < 60; i++) {
                em.createNativeQuery("insert into last_contact (customer_id, last_at) values (?1, current_timestamp)")
                        .setParameter(
                                1,
                                customer("Nobody", "N" + i, "n" + i + "@customer.example")
                                        .id())
                        .executeUpdate();
            }
            assertThat(RowsRead.of("last_contact", database, em, () -> book.waiting(200)) - before)
                    .as("however many wait for nothing; PostgreSQL reads small tables whole")
                    .isLessThan(30);
        }
        em.createNativeQuery(
                        "update interaction set deleted_at = started_at where customer_id = ?1 and public_id <> ?2")
                .setParameter(1, ana.id())
                .setParameter(2, hello)
                .executeUpdate();
        contacts.follow(ana.id());
        assertThat(waiting()).as("the answer is gone too").containsExactly(ana.publicId());
        em.createNativeQuery("update interaction set visibility = 'INTERNAL' where customer_id = ?1")
                .setParameter(1, ana.id())
                .executeUpdate();
        contacts.follow(ana.id());
        assertThat(waiting()).isEmpty();
    }

    private List<String> waiting() {
        return staffs.waiting(10).stream().map(WaitingThread::customer).toList();
    }

    @Test
    void whoHasNoOwnerIsAnsweredForByTheTeam() {
        callAs(north, Scope.ALL);
        em.createNativeQuery("update account set status = 'ACTIVE' where id = ?1")
                .setParameter(1, north.getId())
                .executeUpdate();
        em.createQuery("update Customer c set c.ownerId = null where c.id = :id")
                .setParameter("id", ana.id())
                .executeUpdate();
        callAsCustomer(ana);
        mine.send("Anybody?", null, List.of());
        em.flush();

        assertThat(em.createQuery("select m.toAddress from OutboxMessage m where m.customerId = :id", String.class)
                        .setParameter("id", ana.id())
                        .getResultList())
                .containsExactly(north.getEmail());
    }

    private List<MessageView> thread() {
        return mine.open(null).messages();
    }
}
