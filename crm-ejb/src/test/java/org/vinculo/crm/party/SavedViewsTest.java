package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;

/** Lists that people keep: who sees them, who may change them, and with which one a list opens. */
class SavedViewsTest extends PartyTest {

    private final String tag = "v" + System.nanoTime();
    private SavedViews views;

    @BeforeEach
    void wireViews() {
        views = wire(new SavedViews(), callers);
    }

    private SavedViewRow save(String name, boolean shared) {
        SavedViewRow saved = views.save(name + " " + tag, "stage=PROSPECT", List.of("email"), shared);
        em.flush();
        return saved;
    }

    private List<SavedViewRow> seen() {
        return views.list().stream().filter(view -> view.name().endsWith(tag)).toList();
    }

    @Test
    void ownViewsAreSeenByTheirOwnerAndSharedOnesByAll() {
        save("private", false);
        save("shared", true);
        assertThat(seen())
                .extracting(SavedViewRow::name, SavedViewRow::mine, SavedViewRow::query)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("private " + tag, true, "stage=PROSPECT"),
                        org.assertj.core.groups.Tuple.tuple("shared " + tag, true, "stage=PROSPECT"));
        callAs(south, Scope.OWN);
        assertThat(seen())
                .extracting(SavedViewRow::name, SavedViewRow::mine)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("shared " + tag, false));
    }

    @Test
    void nobodyChangesTheViewOfSomebodyElse() {
        String shared = save("shared", true).publicId();
        String own = save("private", false).publicId();
        callAs(south, Scope.ALL);

        for (String view : List.of(shared, own, "unknown")) {
            assertThatThrownBy(() -> views.change(view, "mine now", false)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> views.delete(view)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> views.openWith(own)).isInstanceOf(NotFound.class);
        callAs(north, Scope.ALL);
        views.change(shared, "other name " + tag, false);
        views.delete(own);
        em.flush();
        assertThat(seen()).extracting(SavedViewRow::name).containsExactly("other name " + tag);
        callAs(south, Scope.ALL);
        assertThat(seen()).as("no longer shared").isEmpty();
    }

    @Test
    void theListOpensWithTheViewThatEachPersonChose() {
        String shared = save("shared", true).publicId();
        save("private", false);
        callAs(south, Scope.OWN);
        views.openWith(shared);
        em.flush();
        assertThat(seen()).extracting(SavedViewRow::first).containsExactly(true);
        callAs(north, Scope.ALL);
        assertThat(seen()).extracting(SavedViewRow::first).containsExactly(false, false);
        callAs(south, Scope.OWN);
        views.openWith(null);
        em.flush();
        assertThat(seen()).extracting(SavedViewRow::first).containsExactly(false);
    }

    @Test
    void aViewNeedsANameAndASignedInPerson() {
        assertThatThrownBy(() -> save(" ".repeat(3) + "x".repeat(60), false)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> views.save(" ", "", List.of(), false)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> views.save("x", "q".repeat(4001), List.of(), false))
                .isInstanceOf(InvalidInput.class);
        callAsCustomer(1, OrgRole.ADMIN);
        assertThatThrownBy(() -> views.save("x", "", List.of(), false)).isInstanceOf(NotAllowed.class);
    }
}
