package org.vinculo.crm.party.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.DuplicateSearch;

/** Who is proposed for merging and who is not. */
class MatcherTest {

    /** What the list of pairs can be asked for at the least. */
    private static final int LEAST_KEPT = 50;

    @Test
    void namesakesWhoseMailboxesDifferInTheNumberAreNotProposed() {
        assertThat(score(ana("ana.silva21@mail.example"), ana("ana.silva97@mail.example")))
                .isLessThan(DuplicateSearch.PROPOSED);
        assertThat(score(ana("ana.silva@mail.example"), ana("ana.silva2@mail.example")))
                .isLessThan(DuplicateSearch.PROPOSED);
    }

    @Test
    void slipInTheAddressIsTheSameMailbox() {
        assertThat(score(ana("ana.slva21@mail.example"), ana("ana.silva21@mail.example")))
                .isGreaterThanOrEqualTo(DuplicateSearch.PROPOSED);
    }

    @Test
    void sameAddressAndNameAreCertain() {
        assertThat(score(ana("ana.silva21@mail.example"), ana("ana.silva21@mail.example")))
                .isGreaterThanOrEqualTo(DuplicateSearch.CERTAIN);
    }

    @Test
    void namesAloneAreNotEvenKept() {
        MatchFacts ana =
                MatchFacts.of(0, CustomerKind.PERSON).named("Ana", "Silva").build();

        assertThat(score(ana, ana)).isLessThan(LEAST_KEPT);
    }

    private static int score(MatchFacts one, MatchFacts other) {
        return Matcher.compare(one, other).score();
    }

    private static MatchFacts ana(String email) {
        return MatchFacts.of(0, CustomerKind.PERSON)
                .named("Ana", "Silva")
                .point(ContactPointType.EMAIL, email)
                .build();
    }
}
