package org.vinculo.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.interaction.internal.InteractionMerger;
import org.vinculo.crm.interaction.internal.InteractionPersonalData;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.interaction.internal.TalkRecords;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.MergeRun;
import org.vinculo.crm.party.internal.PartyPersonalData;
import org.vinculo.crm.persistence.StatementCounter;

/** Conversations are found by their words by those who may read them, as long as they say them. */
class TalkSearchTest extends TalkRoom {

    private String talk;

    @BeforeEach
    void oneConversation() {
        searchFor(wire(new TalkRecords(), customers, attachments));
        InteractionForm form = call("Máquina parada desde segunda");
        form.setBody("Ela espera a visita do técnico Xyloph, e a peça do depósito de Quixadá.");
        talk = interactions.log(ana.publicId(), form).publicId();
    }

    @Test
    void wordsFindItInAnyOrderWithoutTheirAccentsAndByTheirBeginnings() {
        for (String words :
                List.of("xyloph", "quixada maq", "PEÇA xyloph máquina", "deposito de quixadá", "xylo quix")) {
            assertThat(foundRecords(words)).as(words).containsExactly(talk);
        }
        assertThat(foundRecords("xyloph quixeramobim")).isEmpty();
        assertThat(foundRecords("yloph")).isEmpty();
    }

    @Test
    void nobodyFindsItBeyondTheirReach() {
        callAs(south, Scope.TEAM);
        assertThat(foundRecords("xyloph")).isEmpty();
        callAs(south, Scope.OWN);
        assertThat(foundRecords("xyloph quixada")).isEmpty();
        callAs(north, Scope.TEAM);
        assertThat(foundRecords("xyloph quixada")).containsExactly(talk);
    }

    @Test
    void correctedWordsFindItAndFormerOnesDoNot() {
        assertThat(foundRecords("xyloph")).containsExactly(talk);
        InteractionForm form = interactions.form(talk);
        form.setBody("O técnico Zylberto vai.");
        interactions.correct(talk, form);

        assertThat(foundRecords("zylberto")).containsExactly(talk);
        assertThat(foundRecords("xyloph")).isEmpty();
    }

    @Test
    void deletedOneIsNotFoundUntilItComesBack() {
        assertThat(foundRecords("xyloph")).containsExactly(talk);
        interactions.delete(talk);
        assertThat(foundRecords("xyloph")).isEmpty();
        interactions.restore(talk);
        assertThat(foundRecords("xyloph")).containsExactly(talk);
        service.delete(ana.publicId());
        assertThat(foundRecords("xyloph")).as("of a customer who was put away").isEmpty();
    }

    @Test
    void namesOfItsFilesFindItWhileTheyAreThere() {
        assertThat(foundRecords("xyloph")).containsExactly(talk);
        AttachmentView file = interactions.attach(
                talk, "orcamento_Wqtz-2026.txt", new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)));
        assertThat(foundRecords("wqtz orçamento")).containsExactly(talk);
        assertThat(foundRecords("wqtz xyloph")).containsExactly(talk);
        files.remove(file.publicId());
        assertThat(foundRecords("wqtz")).isEmpty();
        files.restore(file.publicId());
        assertThat(foundRecords("wqtz")).containsExactly(talk);
    }

    @Test
    void afterMergeItIsFoundAtTheSurvivorAndAfterSplitWhereItWas() {
        assertThat(foundRecords("xyloph")).containsExactly(talk);
        CustomerRef survivor = customer("Anna", "Talks", "anna@customer.example");
        InteractionMerger merger = wire(new InteractionMerger(), wire(new LastContacts()));
        MergeRun run = merge(survivor.id(), ana.id());
        merger.merge(run);
        assertThat(customerOf("xyloph")).isEqualTo(survivor.id());
        assertThat(foundRecords("xyloph")).containsExactly(talk);

        move("interaction", ana.id(), survivor.id());
        merger.split(run);
        assertThat(customerOf("xyloph")).isEqualTo(ana.id());
    }

    private long customerOf(String word) {
        return ((Number) em.createNativeQuery("select customer_id from search_record where token = ?1")
                        .setParameter(1, word)
                        .getSingleResult())
                .longValue();
    }

    @Test
    void nothingIsFoundOfSomebodyWhoWasErased() {
        assertThat(foundRecords("xyloph")).containsExactly(talk);
        erase(new PartyPersonalData(), "search_record", ana.id());
        erase(new InteractionPersonalData(), "interaction", ana.id());

        assertThat(foundRecords("xyloph")).isEmpty();
        assertThat(em.createNativeQuery("select token from search_record where token = 'xyloph'")
                        .getResultList())
                .isEmpty();
    }

    @Test
    void manyFoundCostNoMoreStatementsThanOne() {
        foundRecords("xyloph quixada");
        StatementCounter.reset();
        foundRecords("xyloph quixada");
        int one = StatementCounter.count();
        for (int i = 0; i < 3; i++) {
            interactions.log(ana.publicId(), call("Xyloph quixadá " + i));
        }
        foundRecords("xyloph quixada");
        StatementCounter.reset();
        assertThat(foundRecords("xyloph quixada")).hasSize(4);

        assertThat(StatementCounter.count()).isEqualTo(one);
    }
}
