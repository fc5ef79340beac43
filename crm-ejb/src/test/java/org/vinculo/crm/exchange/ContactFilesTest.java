package org.vinculo.crm.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.PageRequest;

/** Address books through the whole import. */
class ContactFilesTest extends ImportRoomTest {

    private static final String CARDS = "BEGIN:VCARD\nVERSION:3.0\nN:Silva;Ana;;;\nFN:Ana Silva\n"
            + "EMAIL;TYPE=work:ana@work.example\nEMAIL;TYPE=home,pref:ana@home.example\nTEL:+55 11 98765-4321\nTEL:4711\n"
            + "ADR;TYPE=home:;;Rua A 1;Porto;;4000-001;Portugal\nADR;TYPE=work:;;Rua B 2;Lisboa;;1000-001;Portugal\n"
            + "BDAY:1980-03-22\nNOTE:likes coffee\nURL:https://ana.example\nPHOTO;ENCODING=b:AAAA\nEND:VCARD\n"
            + "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Serra Café\nORG:Serra Café\nEMAIL:info@serra.example\nEND:VCARD\n";

    @Test
    void cardsBecomeCustomersWithEverythingThatTheySayAndComeOnlyOnce() {
        ImportView first = run(CARDS, ImportKind.CUSTOMERS, "{}");
        ImportView again = run(CARDS, ImportKind.CUSTOMERS, "{}");

        assertThat(first.rows()).isEqualTo(new RowCounts(2, 2, 0, 0, 0, 0));
        assertThat(again.rows()).isEqualTo(new RowCounts(2, 0, 0, 2, 0, 0));
        assertThat(count("contact_point where point_type = 'EMAIL'")).isEqualTo(3);
        assertThat(count("contact_point where point_type = 'PHONE'")).isEqualTo(1);
        assertThat(count("contact_point where point_type = 'POSTAL'")).isEqualTo(2);
        assertThat(text("select point_value from contact_point p join customer c on c.id = p.customer_id"
                        + " where c.given_name = 'Ana' and point_type = 'EMAIL' and is_primary = true"))
                .isEqualTo("ana@home.example");
        assertThat(text("select notes from customer where given_name = 'Ana'")).isEqualTo("likes coffee\nPhone: 4711");
        assertThat(count("customer where kind = 'ORGANISATION' and display_name = 'Serra Café'"))
                .isEqualTo(1);
        assertThat(service.notes(first.id(), PageRequest.of(0, 10)).items())
                .singleElement()
                .satisfies(note -> assertThat(note.problem().code()).isEqualTo("exchange.row.toNotes"));
    }

    @Test
    void whatItBroughtIsTakenBack() {
        ImportView view = run(CARDS, ImportKind.CUSTOMERS, "{}");

        undo(view);

        assertThat(count("customer where deleted_at is null")).isZero();
    }

    @Test
    void anAddressBookIsNoListOfPurchases() {
        assertThatThrownBy(() -> upload(CARDS, ImportKind.PURCHASES, ImportProfile.EMPTY))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors().get(0).code()).isEqualTo("exchange.file.contacts"));
    }

    @Test
    void everyContactOfTheMailProgramsIsKept() throws IOException {
        for (String name : List.of("all", "outlook", "email", "gmail", "tb_plain")) {
            Path file = PublicData.file("contacts-csv/roundcube-Csv2vcard/" + name + ".csv");

            ImportView view = run(upload(file, ImportKind.CUSTOMERS, ImportProfile.EMPTY), false);

            assertThat(view.rows().faulty()).as(name).isZero();
            assertThat(view.rows().created() + view.rows().changed()).as(name).isPositive();
        }
        assertThat(count("contact_point where point_value in ('home@aaa.pl', 'work@email.pl', 'unknown@email.com',"
                        + " 'other@email.com')"))
                .isEqualTo(4);
        assertThat(text("select notes from customer where family_name = 'Last Name'"))
                .contains("Phone: 100")
                .contains("Company");
    }

    @Test
    void ofTheCardsOfRealClientsOnlyThoseWithoutAnyNameAreLeftOut() throws IOException {
        int cards = 0;
        int faulty = 0;
        Path folder = PublicData.file("vcard");
        try (var files = java.nio.file.Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".vcf"))
                    .sorted()
                    .toList()) {
                ImportView view = run(upload(file, ImportKind.CUSTOMERS, ImportProfile.EMPTY), true);
                cards += view.rows().read();
                faulty += view.rows().faulty();
                if (view.rows().faulty() > 0) {
                    assertThat(service.notes(view.id(), PageRequest.of(0, 10)).items().stream()
                                    .filter(ImportNoteView::fault)
                                    .map(note -> note.problem().field()))
                            .as(file.getFileName().toString())
                            .containsOnly("name");
                }
            }
        }
        assertThat(cards).isGreaterThanOrEqualTo(61);
        assertThat(faulty).isLessThanOrEqualTo(3);
    }

    private String text(String sql) {
        return (String) em.createNativeQuery(sql).getSingleResult();
    }
}
