package org.vinculo.crm.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.notification.entity.OutboxMessage;
import org.vinculo.crm.notification.internal.OutboxLedger;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Settings;

class OutboxTest extends DatabaseTest {

    @Test
    void sameIdempotencyKeyIsStoredOnce() {
        Outbox outbox = wire(new Outbox(), Settings.of(Map.of()));
        OutboxMail mail =
                OutboxMail.of("ana@example.org", Locale.ENGLISH, "nobundle").once("once");

        outbox.enqueue(mail);
        outbox.enqueue(mail);

        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void claimedMessageIsNotGivenToASecondSender() {
        long id = waitingMessage(false).getId();
        OutboxLedger ledger = wire(new OutboxLedger(), Settings.of(Map.of()));

        assertThat(ledger.claim(id, "first")).isPresent();
        assertThat(ledger.claim(id, "second")).isEmpty();
        assertThat(ledger.due(10)).doesNotContain(id);
    }

    @Test
    void secretTextIsForgottenOnceSent() {
        long id = waitingMessage(true).getId();
        OutboxLedger ledger = wire(new OutboxLedger(), Settings.of(Map.of()));
        ledger.claim(id, "sender");
        flushAndClear();

        ledger.sent(id, "sender");
        flushAndClear();

        OutboxView view = em.find(OutboxMessage.class, id).view();
        assertThat(view.state()).isEqualTo(OutboxState.SENT);
        assertThat(view.body()).isNull();
        assertThat(view.sentAt()).isEqualTo(NOW);
    }

    @Test
    void whatSomebodyIsCalledStaysAsItIsInTheTextOfAMail() {
        Outbox outbox = wire(new Outbox(), Settings.of(Map.of()));
        String name = "{0} {1} '{2}' {1,choice,0#a|1#b} ' '' #{7*7} ${7*7} {{7*7}} ${jndi:ldap://x}";
        String company = "{1} & {3} Sons'";

        outbox.enqueue(OutboxMail.of(
                "ana@example.org", Locale.ENGLISH, "identity.mail.customerInvitation", name, "https://here", company));

        OutboxMessage kept = em.createQuery("select m from OutboxMessage m", OutboxMessage.class)
                .getResultList()
                .get(0);
        assertThat(kept.getBody())
                .startsWith("Hello " + name + ",\n")
                .contains(" of " + company + " ")
                .contains("\nhttps://here\n");
    }

    @Test
    void refusedMessageWaitsAndGivesUpAfterTheLastPause() {
        OutboxMessage message = waitingMessage(false);

        message.refused("421", false, NOW);

        assertThat(message.view().state()).isEqualTo(OutboxState.WAITING);
        assertThat(message.view().nextAt()).isEqualTo(NOW.plusSeconds(60));
        for (int attempt = 2; attempt <= 7; attempt++) {
            message.refused("421", false, NOW);
        }
        assertThat(message.view().state()).isEqualTo(OutboxState.FAILED);
    }

    private OutboxMessage waitingMessage(boolean secret) {
        OutboxMessage message = new OutboxMessage("ana@example.org", "Hello", "Text", "en", null, null, secret, NOW);
        em.persist(message);
        flushAndClear();
        return message;
    }

    private long messages() {
        return em.createQuery("select count(m) from OutboxMessage m", Long.class)
                .getSingleResult();
    }
}
