package org.vinculo.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Figure;
import org.vinculo.crm.party.TimelineCursor;
import org.vinculo.crm.persistence.RowsRead;
import org.vinculo.crm.persistence.StatementCounter;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

/** Listing, correcting, deleting and counting conversations. */
class TalkListTest extends TalkRoom {

    private static final PageRequest FIRST = PageRequest.of(0, 20);

    @Test
    void conversationKeepsThePriceAndTheTeamOfItsDay() {
        InteractionView written = interactions.log(ana.publicId(), call("Grinder"));
        flushAndClear();

        assertThat(written.cost().amount()).isEqualByComparingTo("2.50");
        assertThat(list(ofTeam(northTeam.getPublicId()))).containsExactly("Grinder");
        assertThat(list(ofTeam(south.getTeam().getPublicId()))).isEmpty();
    }

    @Test
    void listIsNarrowedByEverythingThatItOffers() {
        interactions.log(ana.publicId(), call("Grinder stopped"));
        InteractionForm mail = call("Invoice 100%");
        mail.setChannel(Channel.EMAIL);
        mail.setPurpose(Purpose.BILLING);
        mail.setOutcome(Outcome.COMPLAINT);
        mail.setStartedAt(NOW.minusSeconds(10 * 86_400));
        interactions.log(ana.publicId(), mail);
        flushAndClear();

        assertThat(list(InteractionList.ALL.ofCustomer(ana.publicId())))
                .containsExactly("Grinder stopped", "Invoice 100%");
        assertThat(list(wanted(Channel.EMAIL, null, null, null, null))).containsExactly("Invoice 100%");
        assertThat(list(wanted(null, Outcome.COMPLAINT, null, null, null))).containsExactly("Invoice 100%");
        assertThat(list(wanted(null, null, null, null, "GRINDER"))).containsExactly("Grinder stopped");
        assertThat(list(wanted(null, null, null, null, "100%"))).containsExactly("Invoice 100%");
        assertThat(list(wanted(null, null, null, null, "1_0%"))).isEmpty();
        LocalDate today = LocalDate.of(2026, 11, 20);
        assertThat(list(wanted(null, null, today, today, null))).containsExactly("Grinder stopped");
        assertThat(list(new InteractionList(
                        null, null, null, null, false, north.getPublicId(), null, null, null, null, null, Map.of())))
                .hasSize(2);
    }

    @Test
    void wordsAreFoundWithAndWithoutTheirAccents() {
        interactions.log(ana.publicId(), call("Máquina à espera de revisão"));
        flushAndClear();

        for (String words : List.of("maquina a espera", "MÁQUINA", "revisao", "Revisão")) {
            assertThat(list(wanted(null, null, null, null, words)))
                    .as(words)
                    .containsExactly("Máquina à espera de revisão");
        }
        em.createNativeQuery("update interaction set search_text = null").executeUpdate();
        assertThat(list(wanted(null, null, null, null, "máquina")))
                .as("written before words were folded")
                .hasSize(1);
    }

    @Test
    void nobodySeesConversationsBeyondTheirReach() {
        interactions.log(ana.publicId(), call("Secret"));
        String id = interactions
                .list(InteractionList.ALL.ofCustomer(ana.publicId()), FIRST)
                .items()
                .get(0)
                .view()
                .publicId();
        flushAndClear();
        callAs(south, Scope.TEAM);

        assertThat(list(InteractionList.ALL)).doesNotContain("Secret");
        assertThat(interactions.report(InteractionList.ALL).contacts()).isZero();
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> interactions.get(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> interactions.form(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> interactions.delete(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> interactions.files(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> interactions.after(InteractionList.ALL, id, 5))
                    .isInstanceOf(InvalidInput.class);
        });
    }

    @Test
    void listOfACustomerOutOfReachDoesNotExist() {
        callAs(south, Scope.TEAM);
        InteractionList hers = InteractionList.ALL.ofCustomer(ana.publicId());

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> interactions.list(hers, FIRST)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> interactions.report(hers)).isInstanceOf(NotFound.class);
        });
    }

    @Test
    void mistakeIsCorrectedOnceAndTheFasterOneWins() {
        String id = interactions.log(ana.publicId(), call("Wrong")).publicId();
        flushAndClear();
        InteractionForm first = interactions.form(id);
        InteractionForm second = interactions.form(id);
        first.setTopic("Right");
        interactions.correct(id, first);
        flushAndClear();

        assertThat(interactions.get(id).view().topic()).isEqualTo("Right");
        assertThat(interactions.get(id).correctedBy()).isEqualTo("north");
        assertThatThrownBy(() -> interactions.correct(id, second)).isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void deletedConversationIsNowhereAndComesBackWhole() {
        String id = interactions.log(ana.publicId(), call("Gone")).publicId();
        flushAndClear();

        interactions.delete(id);
        flushAndClear();

        assertThat(list(InteractionList.ALL.ofCustomer(ana.publicId()))).isEmpty();
        assertThat(part.timeline(ana.id(), TimelineCursor.START, 10)).isEmpty();
        assertThat(interactions
                        .report(InteractionList.ALL.ofCustomer(ana.publicId()))
                        .contacts())
                .isZero();
        assertThatThrownBy(() -> interactions.get(id)).isInstanceOf(NotFound.class);
        interactions.restore(id);
        flushAndClear();
        assertThat(interactions.get(id).view().topic()).isEqualTo("Gone");
    }

    @Test
    void whoMayOnlyWriteDownCorrectsOnlyTheirOwn() {
        String id = interactions.log(ana.publicId(), call("Of the north")).publicId();
        flushAndClear();
        callAs(south, Scope.ALL);
        Map<Permission, Scope> few =
                Map.of(Permission.INTERACTION_VIEW, Scope.ALL, Permission.INTERACTION_LOG, Scope.ALL);
        var all = callers.get();
        callers.bind(new org.vinculo.crm.identity.Caller(
                all.kind(),
                all.accountId(),
                all.name(),
                null,
                all.teamId(),
                few,
                null,
                null,
                null,
                null,
                all.locale(),
                all.zone()));

        assertThat(interactions.get(id).correctable()).isFalse();
        assertThatThrownBy(() -> interactions.delete(id)).isInstanceOf(NotFound.class);
    }

    @Test
    void reportAddsUpWhatTheListShows() {
        interactions.log(ana.publicId(), call("One"));
        interactions.log(ana.publicId(), call("Two"));
        InteractionForm open = call("Three");
        open.setChannel(Channel.VISIT);
        interactions.log(ana.publicId(), open);
        flushAndClear();

        ContactReport report = interactions.report(InteractionList.ALL.ofCustomer(ana.publicId()));

        assertThat(report.contacts()).isEqualTo(3);
        assertThat(report.costs()).singleElement().satisfies(sum -> assertThat(sum.amount())
                .isEqualByComparingTo("7.50"));
        assertThat(report.channels().get(0).channel()).isEqualTo(Channel.PHONE);
        assertThat(report.channels().get(0).each().amount()).isEqualByComparingTo("2.50");
        assertThat(report.groups()).hasSize(2);
    }

    @Test
    void scriptReadsEveryConversationOnce() {
        for (int i = 0; i < 7; i++) {
            interactions.log(ana.publicId(), call("Talk " + i));
        }
        flushAndClear();
        InteractionList wanted = InteractionList.ALL.ofCustomer(ana.publicId());
        List<String> read = new ArrayList<>();
        String last = null;

        for (int page = 0; page < 4; page++) {
            List<InteractionRow> rows = interactions.after(wanted, last, 3);
            rows.forEach(row -> read.add(row.view().publicId()));
            last = rows.isEmpty() ? last : rows.get(rows.size() - 1).view().publicId();
        }

        assertThat(read).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void tenThousandEntriesAreReadWithAsManyStatementsAsTen() {
        CustomerRef busy = customer("Busy", "Body", "busy@customer.example");
        fill(ana, 10);
        fill(busy, 10_000);
        flushAndClear();

        int few = statements(ana);
        int many = statements(busy);

        assertThat(many).isEqualTo(few);
        assertThat(part.figures(busy.id()).get(0).value().key()).isEqualTo("interaction.figure.moreThan");
    }

    @Test
    void pageOfALongHistoryLooksAtNoMoreRowsThanItShows() {
        CustomerRef busy = customer("Busier", "Body", "busier@customer.example");
        fill(busy, 3_000);
        flushAndClear();
        TimelineCursor deep = new TimelineCursor(NOW.minusSeconds(1_500 * 600L), "interaction", Long.MAX_VALUE);

        for (TimelineCursor from : List.of(TimelineCursor.START, deep)) {
            assertThat(RowsRead.of("interaction", database, em, () -> assertThat(part.timeline(busy.id(), from, 25))
                            .hasSize(25)))
                    .as("from %s", from)
                    .isBetween(25L, 25L * 3);
        }
    }

    @Test
    void theFigureOfTheYearOpensToAsManyConversations() {
        CustomerRef talking = customer("Talking", "Body", "talking@customer.example");
        for (long hours : List.of(1L, 24L * 200, 24L * 365 - 1, 24L * 365 + 1, 24L * 365 + 23, 24L * 367)) {
            talk(talking, hours, "Talk " + hours);
        }
        flushAndClear();

        Figure figure = part.figures(talking.id()).get(0);

        assertThat(figure.list()).startsWith("/interactions/list?from=");
        LocalDate from = LocalDate.parse(figure.list().substring(figure.list().indexOf('=') + 1));
        InteractionList opened = wanted(null, null, from, null, null).ofCustomer(talking.publicId());
        assertThat(interactions.list(opened, FIRST).total())
                .isGreaterThan(3)
                .isLessThan(6)
                .isEqualTo(((Number) figure.value().args().get(0)).longValue());
    }

    private void talk(CustomerRef customer, long hoursAgo, String topic) {
        Interaction talk = new Interaction(customer.id(), Channel.PHONE, Direction.OUT, Purpose.SALE, topic);
        talk.happened(NOW.minusSeconds(hoursAgo * 3600), null, null);
        talk.ended(Outcome.DONE, Sentiment.NEUTRAL);
        talk.writtenBy(null, "north", NOW);
        talk.say(null, Visibility.INTERNAL);
        em.persist(talk);
    }

    private int statements(CustomerRef customer) {
        em.clear();
        StatementCounter.reset();
        part.figures(customer.id());
        assertThat(part.timeline(customer.id(), TimelineCursor.START, 25)).hasSizeGreaterThanOrEqualTo(10);
        return (int) StatementCounter.count();
    }

    private void fill(CustomerRef customer, int count) {
        for (int i = 0; i < count; i++) {
            Interaction talk = new Interaction(customer.id(), Channel.PHONE, Direction.OUT, Purpose.SALE, "Talk " + i);
            Instant at = NOW.minusSeconds(i * 600L);
            talk.happened(at, null, null);
            talk.ended(Outcome.DONE, Sentiment.NEUTRAL);
            talk.writtenBy(null, "north", at);
            talk.say(null, Visibility.INTERNAL);
            em.persist(talk);
            if (i % 500 == 499) {
                em.flush();
                em.clear();
            }
        }
    }

    private List<String> list(InteractionList wanted) {
        return interactions.list(wanted, FIRST).items().stream()
                .filter(row -> row.customer().equals(ana.publicId()))
                .map(row -> row.view().topic())
                .toList();
    }

    private static InteractionList ofTeam(String team) {
        return new InteractionList(null, null, null, null, false, null, team, null, null, null, null, Map.of());
    }

    private static InteractionList wanted(Channel channel, Outcome outcome, LocalDate from, LocalDate until, String q) {
        return new InteractionList(channel, null, null, outcome, false, null, null, from, until, null, q, Map.of());
    }
}
