package org.vinculo.crm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.shared.PageRequest;

class CustomerFilesTest extends ImportRoomTest {

    @Test
    void theAccountsAreImportedOnceAndTakenBack() throws IOException {
        ImportPreview preview = upload(
                PublicData.file("crm-sales-opportunities/original/accounts.csv"),
                ImportKind.CUSTOMERS,
                ImportProfile.EMPTY);

        ImportView first = run(preview, false);
        ImportView again = run(preview, false);

        assertThat(first.rows()).isEqualTo(new RowCounts(85, 85, 0, 0, 0, 0));
        assertThat(again.rows()).isEqualTo(new RowCounts(85, 0, 0, 85, 0, 0));
        assertThat(em.createNativeQuery("select count(*) from customer where country = 'PH' and kind = 'ORGANISATION'")
                        .getSingleResult())
                .isEqualTo(em.createNativeQuery("select count(*) from customer where display_name = 'Bioholding'")
                        .getSingleResult());
        assertThat(undo(first).left()).isZero();
        assertThat(living()).isZero();
    }

    @Test
    void changesFollowThePolicyOfEachField() {
        run("id,name,email,city,notes\nA1,Ana Silva,ana@x.example,Porto,old\n", ImportKind.CUSTOMERS, "{}");

        ImportView second = run(
                "id,name,email,city,notes\nA1,Ana Souza,ana2@x.example,Lisboa,new\n",
                ImportKind.CUSTOMERS,
                "{\"overwrite\":{\"name\":\"KEEP\",\"city\":\"FILL_EMPTY\",\"notes\":\"REPLACE\"}}");

        assertThat(second.rows()).isEqualTo(new RowCounts(1, 0, 1, 0, 0, 0));
        assertThat(text("select display_name from customer")).isEqualTo("Ana Silva");
        assertThat(text("select city from customer")).isEqualTo("Porto");
        assertThat(text("select notes from customer")).isEqualTo("new");
        assertThat(count("contact_point where point_type = 'EMAIL'")).isEqualTo(2);

        undo(second);
        assertThat(text("select notes from customer")).isEqualTo("old");
        assertThat(count("contact_point where point_type = 'EMAIL'")).isEqualTo(1);
    }

    @Test
    void aRepeatedKeyInTheFileIsADuplicate() {
        ImportView view = run(
                "name,email\nAna,ana@x.example\nAna S,ANA@x.example\nBruno,b@x.example\n", ImportKind.CUSTOMERS, "{}");

        assertThat(view.rows()).isEqualTo(new RowCounts(3, 2, 0, 0, 1, 0));
        assertThat(service.notes(view.id(), PageRequest.of(0, 10)).items())
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.line()).isEqualTo(3);
                    assertThat(note.fault()).isFalse();
                });
    }

    @Test
    void anotherSystemsIdLinksToACustomerKnownByAddress() {
        run("name,email\nAna,ana@x.example\n", ImportKind.CUSTOMERS, "{}");

        ImportView linked = run("id,name,email\nE7,Ana,ana@x.example\n", ImportKind.CUSTOMERS, "{}");
        ImportView twin = run("id,name,email\nE8,Ana,ana@x.example\n", ImportKind.CUSTOMERS, "{}");

        assertThat(linked.rows()).isEqualTo(new RowCounts(1, 0, 1, 0, 0, 0));
        assertThat(twin.rows()).as("the other system tells the two apart").isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
    }

    @Test
    void whatSomebodyChangedSinceIsLeft() {
        ImportView view = run("id,name\nA1,Ana Silva\nA2,Bruno Reis\n", ImportKind.CUSTOMERS, "{}");
        run("id,name\nA1,Ana Souza\n", ImportKind.CUSTOMERS, "{}");

        ImportView undone = undo(view);

        assertThat(undone.left()).isEqualTo(1);
        assertThat(living()).isEqualTo(1);
    }

    @Test
    void whatWasUndoneCanComeBack() {
        ImportView first = run("id,name\nA1,Ana Silva\n", ImportKind.CUSTOMERS, "{}");
        undo(first);

        ImportView second = run("id,name\nA1,Ana Silva\n", ImportKind.CUSTOMERS, "{}");

        assertThat(second.rows()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
        assertThat(living()).isEqualTo(1);
        undo(second);
        assertThat(living()).isZero();
    }

    @Test
    void faultsNameTheFieldOfTheFile() {
        ImportView view = run(
                "id,name,email,phone,cpf\nA1,Ana,not an address,,\nA2,Bia,,12,\nA3,Caio,,,111.111.111-11\n,,,,\nA4,Duda,d@x.example,,\n",
                ImportKind.CUSTOMERS,
                "{\"columns\":{\"externalId\":\"id\",\"name\":\"name\",\"email\":\"email\",\"phone\":\"phone\",\"taxId\":\"cpf\"}}");

        assertThat(view.rows()).isEqualTo(new RowCounts(4, 1, 0, 0, 0, 3));
        assertThat(service.notes(view.id(), PageRequest.of(0, 10)).items())
                .extracting(note -> note.problem().field())
                .containsExactly("email", "phone", "taxId");
    }

    @Test
    void anAddressComesWithTheDaysOnWhichItIsUsed() {
        ImportView view = run(
                "name,email,street,city,country,address valid from,address valid until\n"
                        + "Ana,ana@x.example,Rua Um 1,Lisboa,PT,2027-01-01,2027-06-30\n"
                        + "Bia,bia@x.example,Rua Dois 2,Lisboa,PT,2027-01-01,\n"
                        + "Caio,caio@x.example,Rua Tres 3,Lisboa,PT,2027-01-02,2027-01-01\n",
                ImportKind.CUSTOMERS,
                "{}");

        assertThat(view.rows()).isEqualTo(new RowCounts(3, 2, 0, 0, 0, 1));
        assertThat(service.notes(view.id(), PageRequest.of(0, 10)).items())
                .extracting(note -> note.problem().field())
                .containsExactly("addressValidTo");
        assertThat(count("contact_point where point_type = 'POSTAL' and valid_from = date('2027-01-01')"))
                .isEqualTo(2);
        assertThat(count("contact_point where point_type = 'POSTAL' and valid_to = date('2027-06-30')"))
                .isEqualTo(1);
    }

    @Test
    void aConsentIsTakenOverOnlyWithItsEvidence() {
        String text = "name,email,opt in\nAna,ana@x.example,yes\nBruno,b@x.example,no\n";

        assertThat(upload(text, ImportKind.CUSTOMERS, ImportProfile.EMPTY).problems())
                .isNotEmpty();
        ImportView view =
                run(text, ImportKind.CUSTOMERS, "{\"consent\":{\"source\":\"paper forms\",\"date\":\"2024-01-31\"}}");

        assertThat(view.rows()).isEqualTo(new RowCounts(2, 2, 0, 0, 0, 0));
        assertThat(count("consent where state = 'GRANTED'")).isEqualTo(1);
        assertThat(count("consent where state = 'DENIED'")).isEqualTo(1);
    }

    @Test
    void theMatchingIsRememberedForFilesWithTheSameColumns() {
        run("kd;bez\n7;Ana\n", ImportKind.CUSTOMERS, "{\"columns\":{\"externalId\":\"kd\",\"name\":\"bez\"}}");

        ImportPreview next = upload("KD;Bez\n8;Bruno\n", ImportKind.CUSTOMERS, ImportProfile.EMPTY);

        assertThat(next.rememberedFrom()).isEqualTo("file.csv");
        assertThat(next.columns())
                .extracting(ColumnView::field)
                .isEqualTo(List.of(ImportField.EXTERNAL_ID, ImportField.NAME));
    }

    @Test
    void conversationsAreImportedOnce() {
        run("id,name\nA1,Ana\n", ImportKind.CUSTOMERS, "{}");
        String text =
                "customer,date,channel,subject\nA1,2024-03-07,phone,Asked for a price\nA1,2024-03-08,pigeon,Hello\n";

        assertThat(run(text, ImportKind.INTERACTIONS, "{}").rows()).isEqualTo(new RowCounts(2, 1, 0, 0, 0, 1));
        ImportView again = run(text, ImportKind.INTERACTIONS, "{}");
        assertThat(again.rows()).isEqualTo(new RowCounts(2, 0, 0, 1, 0, 1));
        assertThat(count("interaction")).isEqualTo(1);
    }

    private long living() {
        return count("customer where deleted_at is null");
    }

    private String text(String sql) {
        return (String) em.createNativeQuery(sql).getSingleResult();
    }
}
