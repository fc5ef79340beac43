package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CustomerMergeTest {

    private final CustomerForm base = base();
    private final CustomerForm mine = base.copy();
    private final CustomerForm theirs = base.copy();

    @Test
    void whatOnlyTheOthersChangedIsTakenOver() {
        theirs.setVersion(7);
        theirs.setFamilyName("Souza");
        theirs.contact("a").setValue("new@example.org");
        mine.setNotes("mine");

        CustomerMerge merge = CustomerMerge.of(base, mine, theirs, Locale.ENGLISH);

        assertThat(merge.getDifferences()).isEmpty();
        assertThat(merge.getTakenOver()).containsExactly("party.form.familyName", "party.type.EMAIL");
        assertThat(mine.getVersion()).isEqualTo(7);
        assertThat(mine.getFamilyName()).isEqualTo("Souza");
        assertThat(mine.getNotes()).isEqualTo("mine");
        assertThat(mine.contact("a").getValue()).isEqualTo("new@example.org");
    }

    @Test
    void whatBothChangedIsChosenFieldByField() {
        mine.setFamilyName("Mine");
        theirs.setFamilyName("Theirs");
        mine.setNotes("my note");
        theirs.setNotes("their note");
        mine.getContacts().remove(mine.contact("a"));
        theirs.contact("a").setValue("theirs@example.org");

        CustomerMerge merge = CustomerMerge.of(base, mine, theirs, Locale.ENGLISH);

        assertThat(merge.getDifferences())
                .extracting(CustomerDifference::getField)
                .containsExactly("familyName", "notes", "contact:a");
        merge.getDifferences().get(1).setTakeTheirs(true);
        merge.getDifferences().get(2).setTakeTheirs(true);
        merge.apply(mine);
        assertThat(mine.getFamilyName()).isEqualTo("Mine");
        assertThat(mine.getNotes()).isEqualTo("their note");
        assertThat(mine.contact("a").getValue()).isEqualTo("theirs@example.org");
    }

    @Test
    void contactPointsThatEitherAddedStay() {
        ContactForm added = new ContactForm(ContactPointType.PHONE, "+34612345678");
        added.setPublicId("b");
        theirs.getContacts().add(added);
        mine.getContacts().add(new ContactForm(ContactPointType.WEB, "https://example.org"));

        CustomerMerge.of(base, mine, theirs, Locale.ENGLISH);

        assertThat(mine.getContacts())
                .extracting(ContactForm::getType)
                .containsExactly(ContactPointType.EMAIL, ContactPointType.WEB, ContactPointType.PHONE);
    }

    @Test
    void sameChangeByBothIsNoConflict() {
        mine.setFamilyName("Souza");
        theirs.setFamilyName("Souza");

        CustomerMerge merge = CustomerMerge.of(base, mine, theirs, Locale.ENGLISH);

        assertThat(merge.getDifferences()).isEmpty();
        assertThat(merge.getTakenOver()).isEmpty();
    }

    private static CustomerForm base() {
        CustomerForm form = new CustomerForm();
        form.setPublicId("x");
        form.setGivenName("Ana");
        form.setFamilyName("Silva");
        ContactForm email = new ContactForm(ContactPointType.EMAIL, "ana@example.org");
        email.setPublicId("a");
        email.setPrimary(true);
        form.getContacts().add(email);
        return form;
    }
}
