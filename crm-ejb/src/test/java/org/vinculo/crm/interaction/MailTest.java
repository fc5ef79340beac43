package org.vinculo.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.document.NewFile;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.SecurityEvent;
import org.vinculo.crm.interaction.entity.MailMessage;
import org.vinculo.crm.interaction.internal.mail.LettersAllowed;
import org.vinculo.crm.interaction.internal.mail.MailReader;
import org.vinculo.crm.interaction.internal.mail.OutgoingFiles;
import org.vinculo.crm.notification.LetterFile;
import org.vinculo.crm.notification.MailRefused;
import org.vinculo.crm.notification.OutboxState;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.notification.internal.OutboxLedger;
import org.vinculo.crm.party.ContactLights;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

/** Mails that come and go: whose they are, which thread they continue, and what becomes of the rest. */
class MailTest extends TalkRoom {

    private static final PageRequest FIRST = PageRequest.of(0, 10);

    @Test
    void mailOfACustomerStandsInTheirLogOnceAndOpen() {
        String raw = mail("<m1@x>", "Ana <ANA@customer.example>", "Grinder broken", "", "It stopped.");
        take(raw);
        take(raw);
        flushAndClear();

        InteractionView view = only();
        assertThat(view.topic()).isEqualTo("Grinder broken");
        assertThat(view.body()).isEqualTo("It stopped.");
        assertThat(view.direction()).isEqualTo(Direction.IN);
        assertThat(view.open()).isTrue();
        assertThat(interactions.get(view.publicId()).mail().from()).isEqualTo("Ana <ana@customer.example>");
    }

    @Test
    void answerGoesOutInTheThreadAndItsReplyComesBackToIt() {
        take(mail("<q@x>", "ana@customer.example", "Price?", "", "How much?"));
        flushAndClear();
        String question = only().publicId();
        MailForm form = mails.draft(ana.publicId(), question).form();
        assertThat(form.getSubject()).isEqualTo("Re: Price?");
        assertThat(form.getText()).contains("> How much?");
        form.setText("Ten.");
        String answer = mails.send(ana.publicId(), form);
        flushAndClear();
        OutboxMessage letter = em.createQuery(
                        "select m from OutboxMessage m where m.customerId = :c", OutboxMessage.class)
                .setParameter("c", ana.id())
                .getSingleResult();
        assertThat(letter.getInReplyTo()).isEqualTo("<q@x>");
        assertThat(letter.isPersonal()).isTrue();

        String id = "<" + letter.getPublicId() + "@company.example>";
        take(mail("<r@x>", "colleague@elsewhere.example", "Re: Price?", "In-Reply-To: " + id + "\r\n", "Thanks."));
        flushAndClear();

        assertThat(interactions.get(answer).thread())
                .extracting(InteractionView::topic)
                .containsExactly("Price?", "Re: Price?");
    }

    @Test
    void unknownSenderWaitsAndIsSortedWithOneDeedWhichCanBeTakenBack() {
        take(mail("<u1@x>", "New Person <new@nobody.example>", "Hello", "", "First words."));
        flushAndClear();
        TriageMail waiting = waiting("new@nobody.example").get(0);

        triage.link(waiting.publicId(), ana.publicId());
        flushAndClear();
        assertThat(only().body()).isEqualTo("First words.");
        assertThat(waiting("new@nobody.example")).isEmpty();
        triage.putBack(waiting.publicId());
        flushAndClear();
        assertThat(interactions.list(ana.publicId(), null, 5)).isEmpty();

        triage.ignore(waiting.publicId());
        flushAndClear();
        assertThat(waiting("new@nobody.example")).isEmpty();
        triage.putBack(waiting.publicId());
        String made = triage.create(waiting.publicId());
        flushAndClear();
        CustomerRef customer = service.get(made).ref();
        assertThat(customer.name()).isEqualTo("New Person");
        assertThat(interactions.list(made, null, 5)).hasSize(1);
    }

    @Test
    void senderWhoWasGivenToACustomerIsKnownFromThenOn() {
        take(mail("<k1@x>", "secret@nobody.example", "One", "", "1"));
        flushAndClear();
        triage.link(waiting("secret@nobody.example").get(0).publicId(), ana.publicId());
        flushAndClear();

        take(mail("<k2@x>", "secret@nobody.example", "Two", "", "2"));
        flushAndClear();

        assertThat(interactions.list(ana.publicId(), null, 5)).hasSize(2);
    }

    @Test
    void addressOfSeveralCustomersIsDecidedByPeople() {
        customer("Also", "Ana", "ana@customer.example");
        take(mail("<s@x>", "ana@customer.example", "Whose?", "", "?"));
        flushAndClear();

        TriageMail waiting = waiting("ana@customer.example").get(0);

        assertThat(waiting.suggested()).hasSize(2);
        callAs(south, Scope.TEAM);
        assertThat(waiting("ana@customer.example").get(0).suggested()).isEmpty();
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> triage.link(waiting.publicId(), ana.publicId()))
                    .isInstanceOf(NotFound.class);
        });
    }

    @Test
    void machinesMakeNoWork() {
        take(mail("<a1@x>", "ana@customer.example", "Out of office", "Auto-Submitted: auto-replied\r\n", "Away"));
        take(mail("<a2@x>", "ana@customer.example", "News", "List-Id: <news.x>\r\n", "News"));
        take(mail("<a3@x>", FROM, "Loop", "", "Me"));
        flushAndClear();

        assertThat(interactions.list(ana.publicId(), null, 5)).isEmpty();
        assertThat(triage.list(MailState.AUTOMATIC, FIRST).items())
                .extracting(TriageMail::subject)
                .contains("Out of office", "News", "Loop");
    }

    @Test
    void senderWhoFloodsIsPutAside() {
        for (int i = 0; i < 70; i++) {
            take(mail("<f" + i + "@x>", "flood@nobody.example", "Again " + i, "", "!"));
        }
        flushAndClear();

        assertThat(triage.list(MailState.UNMATCHED, PageRequest.of(0, 200)).items().stream()
                        .filter(mail -> "flood@nobody.example".equals(mail.from())))
                .hasSize(60);
    }

    @Test
    void filesGoWithTheMailAndStayAtTheConversation() {
        MailForm form = mails.draft(ana.publicId(), null).form();
        form.setSubject("Offer");
        form.setText("Look.");
        String sent = mails.send(
                ana.publicId(), form, List.of(new NewFile("offer.txt", new ByteArrayInputStream(new byte[] {65}))));
        flushAndClear();

        String file = interactions.files(sent).get(0).publicId();
        assertThat(interactions.files(sent)).extracting(AttachmentView::name).containsExactly("offer.txt");
        assertThat(em.createQuery("select m from OutboxMessage m where m.customerId = :c", OutboxMessage.class)
                        .setParameter("c", ana.id())
                        .getSingleResult()
                        .getFiles())
                .containsExactly(file);
        OutgoingFiles outgoing = wire(new OutgoingFiles(), attachments);
        assertThat(outgoing.find(List.of(file))).extracting(LetterFile::name).containsExactly("offer.txt");
        files.remove(file);
        flushAndClear();
        assertThat(outgoing.find(List.of(file))).isEmpty();
        MailForm refused = mails.draft(ana.publicId(), null).form();
        refused.setSubject("Offer");
        refused.setText("Look.");
        assertThatThrownBy(() -> mails.send(
                        ana.publicId(),
                        refused,
                        List.of(new NewFile("run.exe", new ByteArrayInputStream(new byte[] {77, 90})))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void whoeverChangesTheWaitingLetterOfAColleagueIsNamed() {
        List<String> told = new ArrayList<>();
        wire(
                opener,
                noting(event -> told.add(event.action() + " " + event.entityId() + " "
                        + (event.actor() == null ? callers.get() : event.actor()).accountId())));
        MailForm form = mails.draft(ana.publicId(), null).form();
        form.setSubject("Offer");
        form.setText("Look.");
        String sent = mails.send(ana.publicId(), form, List.of(file("offer.txt")));
        flushAndClear();
        String offer = interactions.files(sent).get(0).publicId();
        callAs(south, Scope.ALL);

        interactions.attach(sent, "added.txt", file("added.txt").content());
        InteractionForm corrected = interactions.form(sent);
        corrected.setTopic("Another offer");
        interactions.correct(sent, corrected);
        flushAndClear();

        OutboxMessage letter = letter();
        assertThat(letter.getFiles()).containsExactly(offer);
        assertThat(letter.getSubject()).isEqualTo("Offer");
        assertThat(letter.getBody()).startsWith("Look.");
        assertThat(told).isEmpty();

        files.remove(offer);
        flushAndClear();

        assertThat(told).containsExactly("file.removed " + offer + " " + south.getId());
        assertThat(letter().getFiles())
                .as("it is not sent without what it came with")
                .containsExactly(offer);
        assertThat(wire(new OutgoingFiles(), attachments).find(List.of(offer))).isEmpty();
    }

    private OutboxMessage letter() {
        return em.createQuery("select m from OutboxMessage m where m.customerId = :c", OutboxMessage.class)
                .setParameter("c", ana.id())
                .getSingleResult();
    }

    private static NewFile file(String name) {
        return new NewFile(name, new ByteArrayInputStream(new byte[] {65}));
    }

    private static Event<?> noting(Consumer<SecurityEvent> heard) {
        return (Event<?>) Proxy.newProxyInstance(
                MailTest.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, args) -> {
                    heard.accept((SecurityEvent) args[0]);
                    return null;
                });
    }

    @Test
    void bounceSaysThatNobodyWasReached() {
        MailForm form = mails.draft(ana.publicId(), null).form();
        form.setSubject("Offer");
        form.setText("Look.");
        String sent = mails.send(ana.publicId(), form);
        flushAndClear();
        String id = outgoing().getMessageId();
        take("From: MAILER-DAEMON@x\r\nMessage-ID: <b@x>\r\nSubject: Undelivered\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=B\r\n\r\n"
                + "--B\r\nContent-Type: text/plain\r\n\r\nNo such user.\r\n"
                + "--B\r\nContent-Type: message/delivery-status\r\n\r\nStatus: 5.1.1\r\n"
                + "--B\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + id + "\r\n--B--\r\n");
        flushAndClear();

        InteractionDetails details = interactions.get(sent);
        assertThat(details.view().outcome()).isEqualTo(Outcome.NOT_REACHED);
        assertThat(details.mail().failed()).isEqualTo("Undelivered");
    }

    @Test
    void nothingIsWrittenToWhomTheCustomerDoesNotAllow() {
        light = ContactLights.State.NO;
        MailForm form = mails.draft(ana.publicId(), null).form();
        form.setSubject("Offer");
        form.setText("Look.");

        assertThatThrownBy(() -> mails.send(ana.publicId(), form))
                .isInstanceOf(InvalidInput.class)
                .satisfies(refused -> {
                    var error = ((InvalidInput) refused).errors().get(0);
                    assertThat(error.code()).isEqualTo("interaction.write.refusedNo");
                    assertThat(error.field()).isEqualTo("purpose");
                });
        assertThat(interactions.list(ana.publicId(), null, 5)).isEmpty();
    }

    /** The mail server was away, and the customer stopped marketing meanwhile. */
    @Test
    void letterThatWaitedIsKeptBackWhenTheCustomerSaidNoMeanwhile() {
        MailForm form = mails.draft(ana.publicId(), null).form();
        form.setSubject("Offer");
        form.setText("Look.");
        String allowed = mails.send(ana.publicId(), form);
        String stopped = mails.send(ana.publicId(), form);
        flushAndClear();
        List<OutboxMessage> letters = em.createQuery(
                        "select m from OutboxMessage m where m.customerId = :c order by m.id", OutboxMessage.class)
                .setParameter("c", ana.id())
                .getResultList();
        assertThat(letters).extracting(OutboxMessage::getPurpose).containsExactly("orders", "orders");
        OutboxLedger sending = wire(
                new OutboxLedger(), settings, just(wire(new LettersAllowed(), settings, just(lightsOfAll()))), told());
        em.createQuery("update OutboxMessage m set m.nextAt = :now")
                .setParameter("now", NOW)
                .executeUpdate();
        flushAndClear();
        sending.claim(letters.get(0).getId(), "sender");
        sending.claim(letters.get(1).getId(), "sender");
        flushAndClear();

        assertThat(sending.withheld(letters.get(0).getId(), "sender")).isFalse();
        light = ContactLights.State.WAIT;
        assertThat(sending.withheld(letters.get(0).getId(), "sender")).isFalse();
        light = ContactLights.State.NO;
        assertThat(sending.withheld(letters.get(1).getId(), "sender")).isTrue();
        flushAndClear();

        assertThat(em.find(OutboxMessage.class, letters.get(0).getId()).getState())
                .isEqualTo(OutboxState.CLAIMED);
        assertThat(em.find(OutboxMessage.class, letters.get(1).getId()).view().error())
                .contains("they said no");
        assertThat(em.find(OutboxMessage.class, letters.get(1).getId()).getState())
                .isEqualTo(OutboxState.FAILED);
        assertThat(interactions.get(stopped).mail().failed()).contains("they said no");
        assertThat(interactions.get(stopped).view().outcome()).isEqualTo(Outcome.NOT_REACHED);
        assertThat(interactions.get(allowed).view().outcome()).isEqualTo(Outcome.DONE);
    }

    @SuppressWarnings("unchecked")
    private Event<MailRefused> told() {
        return (Event<MailRefused>) Proxy.newProxyInstance(
                MailTest.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, args) -> {
                    desk.refused((MailRefused) args[0]);
                    return null;
                });
    }

    @Test
    void nobodyWritesToACustomerOutOfReach() {
        String talk = interactions.log(ana.publicId(), call("x")).publicId();
        CustomerRef other = customer("Other", "One", "other@customer.example");
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> mails.draft(other.publicId(), talk)).isInstanceOf(NotFound.class);
        });
        callAs(south, Scope.TEAM);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> mails.draft(ana.publicId(), null)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> mails.send(ana.publicId(), new MailForm())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> mails.takeBack(talk)).isInstanceOf(NotFound.class);
        });
    }

    @Test
    void sentMailIsTakenBackWhileItWaits() {
        MailForm form = mails.draft(ana.publicId(), null).form();
        form.setSubject("Too early");
        form.setText("Oh.");
        String sent = mails.send(ana.publicId(), form);
        flushAndClear();

        mails.takeBack(sent);
        flushAndClear();

        assertThat(interactions.list(ana.publicId(), null, 5)).isEmpty();
        assertThat(em.createQuery("select count(m) from OutboxMessage m where m.customerId = :c", Long.class)
                        .setParameter("c", ana.id())
                        .getSingleResult())
                .isZero();
    }

    @Test
    void filesComeAlongAndDangerousOnesStayBehindByName() {
        String raw = "From: ana@customer.example\r\nMessage-ID: <f@x>\r\nSubject: Files\r\n"
                + "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nSee.\r\n"
                + "--B\r\nContent-Type: text/plain; name=\"../../notes.txt\"\r\n"
                + "Content-Disposition: attachment; filename=\"../../notes.txt\"\r\n\r\nnotes\r\n"
                + "--B\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Disposition: attachment; filename=\"run.exe\"\r\n\r\nMZ\r\n--B--\r\n";
        take(raw);
        flushAndClear();

        String id = only().publicId();
        assertThat(interactions.files(id)).extracting(AttachmentView::name).containsExactly("notes.txt");
        assertThat(interactions.get(id).mail().refusedFiles()).isEqualTo("run.exe");
    }

    @Test
    void whoMailsFilesWithoutEndSendsWordsOnlyForADay() {
        for (String known : List.of("ana@customer.example", "stranger@nobody.example")) {
            take(withFile("<first@" + known + ">", "From: " + known + "\r\n"));
        }
        take(withFile("<first@x>", ""));
        flushAndClear();
        em.createQuery("update Attachment a set a.size = :much")
                .setParameter("much", 200L * 1024 * 1024)
                .executeUpdate();
        em.clear();

        assertThat(leftBehind("<second@ana>", "From: ana@customer.example\r\n"))
                .as("whose mails stand in the log")
                .isEqualTo("notes.txt");
        assertThat(leftBehind("<second@stranger>", "From: stranger@nobody.example\r\n"))
                .as("whom nobody knows")
                .isEqualTo("notes.txt");
        assertThat(leftBehind("<second@x>", ""))
                .as("who does not say who it is")
                .isEqualTo("notes.txt");
        assertThat(leftBehind("<first@bia>", "From: bia@customer.example\r\n")).isNull();
        em.createQuery("update MailMessage m set m.receivedAt = :before")
                .setParameter("before", NOW.minusSeconds(86_401))
                .executeUpdate();
        em.clear();
        assertThat(leftBehind("<third@ana>", "From: ana@customer.example\r\n"))
                .as("a day later")
                .isNull();
    }

    private String leftBehind(String id, String from) {
        return take(withFile(id, from)).orElseThrow().getRefusedFiles();
    }

    private static String withFile(String id, String from) {
        return from + "Message-ID: " + id + "\r\nSubject: Files\r\n"
                + "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nSee.\r\n"
                + "--B\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\"notes.txt\"\r\n\r\n"
                + "notes of " + id + "\r\n--B--\r\n";
    }

    @Test
    void mailThatLeftForGoodWithoutArrivingIsMarked() {
        MailForm form = mails.draft(ana.publicId(), null).form();
        form.setSubject("Refused");
        form.setText("Text");
        String sent = mails.send(ana.publicId(), form);
        flushAndClear();

        desk.refused(new MailRefused(outgoing().getMessageId(), "SMTPSendFailedException 550"));
        flushAndClear();

        assertThat(interactions.get(sent).mail().failed()).contains("550");
    }

    @Test
    void readingGoesOnWhereItEnded() {
        String box = "box" + System.nanoTime();
        assertThat(ledger.place(box, 7, 0)).isZero();
        ledger.keep(
                box,
                5,
                MailReader.read(
                        mail("<p1@x>", "ana@customer.example", "One", "", "1").getBytes(StandardCharsets.UTF_8)));
        ledger.keep(
                box,
                5,
                MailReader.read(
                        mail("<p2@x>", "ana@customer.example", "Two", "", "2").getBytes(StandardCharsets.UTF_8)));
        flushAndClear();

        assertThat(ledger.place(box, 7, 0)).isEqualTo(5);
        assertThat(interactions.list(ana.publicId(), null, 5)).hasSize(1);
        assertThat(ledger.place(box, 8, 0)).isZero();
    }

    private MailMessage outgoing() {
        return em.createQuery(
                        "select m from MailMessage m where m.customerId = :c and m.direction = :out", MailMessage.class)
                .setParameter("c", ana.id())
                .setParameter("out", Direction.OUT)
                .getSingleResult();
    }

    private Optional<MailMessage> take(String raw) {
        Optional<MailMessage> taken = desk.take(MailReader.read(raw.getBytes(StandardCharsets.UTF_8)), raw);
        em.flush();
        return taken;
    }

    private InteractionView only() {
        List<InteractionView> all = interactions.list(ana.publicId(), null, 5);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<TriageMail> waiting(String from) {
        return triage.list(MailState.UNMATCHED, PageRequest.of(0, 200)).items().stream()
                .filter(mail -> from.equals(mail.from()))
                .toList();
    }

    private static String mail(String id, String from, String subject, String headers, String text) {
        return "From: " + from + "\r\nTo: " + FROM + "\r\nMessage-ID: " + id + "\r\nSubject: " + subject + "\r\n"
                + headers + "Content-Type: text/plain; charset=UTF-8\r\n\r\n" + text;
    }
}
