package org.vinculo.crm.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.audit.entity.AuditEntry;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.persistence.Database;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.persistence.RowsRead;

class AuditTrailTest extends DatabaseTest {

    private AuditTrail trail;

    @BeforeEach
    void wire() {
        trail = wire(new AuditTrail(), wire(new StaffDirectory()));
    }

    @Test
    void ownersAreShownByTheirName() {
        StaffUser joana = new StaffUser("joana@example.org", "Joana Teixeira", Locale.ENGLISH, ZoneOffset.UTC, NOW);
        em.persist(joana);
        em.flush();
        write("changed", NOW, new FieldChange("ownerId", "999999999", String.valueOf(joana.getId())));

        FieldChange change =
                trail.find(AuditFilter.ANY, null, 10).get(0).changes().get(0);

        assertThat(change.before()).isEqualTo("999999999");
        assertThat(change.after()).isEqualTo("Joana Teixeira");
    }

    @Test
    void olderEntriesFollowTheLastOneSeen() {
        for (int i = 0; i < 5; i++) {
            write("step" + i, NOW.plusSeconds(i));
        }

        List<AuditView> first = trail.find(AuditFilter.ANY, null, 2);
        List<AuditView> second = trail.find(AuditFilter.ANY, first.get(1).id(), 2);

        assertThat(first).extracting(AuditView::action).containsExactly("step4", "step3");
        assertThat(second).extracting(AuditView::action).containsExactly("step2", "step1");
    }

    @Test
    void filterNarrowsByActionPersonAndTime() {
        write("changed", NOW);
        write("deleted", NOW.plusSeconds(60));

        assertThat(find(new AuditFilter("deleted", null, null, null, null, null)))
                .containsExactly("deleted");
        assertThat(find(new AuditFilter(null, null, "Joana", null, null, null))).isEmpty();
        assertThat(find(new AuditFilter(null, null, "demo", null, NOW.plusSeconds(30), null)))
                .containsExactly("deleted");
        assertThat(find(new AuditFilter(null, null, null, null, null, NOW.plusSeconds(30))))
                .containsExactly("changed");
    }

    @Test
    void storyOfSomeSortsOfThingsIsReadWithoutTheRest() {
        for (int i = 0; i < 2_000; i++) {
            write("created", "interaction", 77, NOW.minusSeconds(i));
        }
        write("created", "customer", 77, NOW.minusSeconds(90));
        write("changed", "customer", 77, NOW.minusSeconds(30));
        write("seen", "customer", 77, NOW.minusSeconds(20));
        write("created", "need", 77, NOW.minusSeconds(30));
        write("created", "customer", 78, NOW.minusSeconds(10));
        em.flush();
        em.clear();

        List<AuditView> story = new ArrayList<>();
        long rows = RowsRead.of("audit_entry", database, em, () -> story.addAll(story(NOW, Long.MAX_VALUE, 10)));

        assertThat(story)
                .extracting(view -> view.action() + " " + view.entity())
                .containsExactly("created need", "changed customer", "created customer");
        if (database == Database.DERBY) {
            assertThat(rows).as("PostgreSQL decides by its statistics").isLessThan(100);
        }
        assertThat(story(story.get(0).madeAt(), story.get(0).id(), 1))
                .extracting(AuditView::action)
                .containsExactly("changed");
    }

    private List<AuditView> story(Instant at, long idBelow, int limit) {
        return trail.story(77, List.of("customer", "need"), List.of("created", "changed"), at, idBelow, limit);
    }

    private void write(String action, String entity, long customer, Instant at) {
        em.persist(new AuditEntry(
                at, Caller.system("demo"), new AuditEvent(action, entity, "x", customer, null, List.of())));
    }

    private List<String> find(AuditFilter filter) {
        return trail.find(filter, null, 10).stream().map(AuditView::action).toList();
    }

    private void write(String action, Instant at, FieldChange... changes) {
        em.persist(new AuditEntry(
                at, Caller.system("demo"), new AuditEvent(action, "customer", null, null, null, List.of(changes))));
        em.flush();
    }
}
