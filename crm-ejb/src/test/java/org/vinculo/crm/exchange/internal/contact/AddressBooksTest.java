package org.vinculo.crm.exchange.internal.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ezvcard.VCard;
import ezvcard.property.Address;
import ezvcard.property.Telephone;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.exchange.PublicData;
import org.vinculo.crm.exchange.internal.file.FileType;
import org.vinculo.crm.exchange.internal.file.RowSource;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.file.TextEncoding;
import org.vinculo.crm.exchange.internal.file.TextFormat;

class AddressBooksTest {

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> everyCardOfRealClientsSaysWhatAnIndependentReaderFound() throws IOException {
        Path expected = PublicData.file("public-split/vcard_expected_public.json");
        List<DynamicTest> tests = new ArrayList<>();
        try (JsonReader json = Json.createReader(Files.newBufferedReader(expected, StandardCharsets.UTF_8))) {
            for (JsonObject file : json.readArray().getValuesAs(JsonObject.class)) {
                tests.add(DynamicTest.dynamicTest(file.getString("file"), () -> compare(file)));
            }
        }
        return tests;
    }

    private static void compare(JsonObject expected) throws IOException {
        Path file = PublicData.file("vcard/" + expected.getString("file"));
        assertThat(FileType.of(file)).isEqualTo(FileType.VCARD);
        TextEncoding encoding = VcardEncoding.detect(file);
        assertThat(encoding.charset().name()).isEqualTo(expected.getString("charset_used"));
        JsonArray contacts = expected.getJsonArray("contacts");

        List<VCard> cards = cards(file, encoding);

        assertThat(cards).hasSize(expected.getInt("cards"));
        for (int i = 0; i < cards.size(); i++) {
            same(contacts.getJsonObject(i), cards.get(i));
        }
    }

    private static List<VCard> cards(Path file, TextEncoding encoding) throws IOException {
        List<VCard> cards = new ArrayList<>();
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(encoding.bomBytes());
            VcardText texts = new VcardText(new InputStreamReader(in, encoding.charset()), 1 << 20);
            for (VcardText.Card text = texts.next(); text != null; text = texts.next()) {
                cards.add(VcardReading.parse(text.text()));
            }
        }
        return cards;
    }

    private static void same(JsonObject expected, VCard card) {
        assertThat(card.getVersion().getVersion()).isEqualTo(expected.getString("version"));
        assertThat(
                        card.getFormattedName() == null
                                ? null
                                : card.getFormattedName().getValue())
                .isEqualTo(text(expected, "fn"));
        assertThat(
                        card.getStructuredName() == null
                                ? null
                                : card.getStructuredName().getFamily())
                .isEqualTo(text(expected, "family"));
        assertThat(
                        card.getStructuredName() == null
                                ? null
                                : card.getStructuredName().getGiven())
                .isEqualTo(text(expected, "given"));
        assertThat(card.getEmails().stream().map(email -> email.getValue()).toList())
                .isEqualTo(texts(expected.getJsonArray("email")));
        assertThat(card.getTelephoneNumbers().stream()
                        .map(AddressBooksTest::number)
                        .toList())
                .isEqualTo(texts(expected.getJsonArray("tel")));
        assertThat(card.getAddresses().stream().map(AddressBooksTest::address).toList())
                .isEqualTo(expected.getJsonArray("adr").stream()
                        .map(AddressBooksTest::address)
                        .toList());
        assertThat(card.getNotes()).hasSize(expected.getInt("notes"));
    }

    private static String number(Telephone number) {
        return number.getUri() == null ? number.getText() : number.getUri().toString();
    }

    private static List<String> address(Address address) {
        List<String> parts = new ArrayList<>();
        parts.add(address.getStreetAddress());
        parts.add(address.getLocality());
        parts.add(address.getRegion());
        parts.add(address.getPostalCode());
        parts.add(address.getCountry());
        return parts;
    }

    private static List<String> address(JsonValue value) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of("street", "city", "region", "postal", "country")) {
            parts.add(text(value.asJsonObject(), part));
        }
        return parts;
    }

    private static String text(JsonObject object, String name) {
        return object.containsKey(name) && object.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    @TestFactory
    List<DynamicTest> theTableOfAMailProgramSaysWhatItsCardsSay() {
        return List.of("all", "email", "gmail", "outlook", "tb_plain").stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> table(name)))
                .toList();
    }

    private static void table(String name) throws IOException {
        Path table = PublicData.file("contacts-csv/roundcube-Csv2vcard/" + name + ".csv");
        Path cards = PublicData.file("contacts-csv/roundcube-Csv2vcard/" + name + ".vcf");
        List<List<String>> fromTable = contacts(table);

        List<List<String>> fromCards = contacts(cards);

        assertThat(fromTable).hasSameSizeAs(fromCards);
        for (int i = 0; i < fromCards.size(); i++) {
            for (String column : List.of(
                    "givenName",
                    "familyName",
                    "email",
                    "phone",
                    "street",
                    "city",
                    "region",
                    "postalCode",
                    "country",
                    "website")) {
                assertThat(cell(fromTable.get(i), column)).as(column).isEqualTo(cell(fromCards.get(i), column));
            }
        }
    }

    /** The contacts of a file as the import reads them; the one column of addresses is no table of a mail program. */
    private static List<List<String>> contacts(Path file) throws IOException {
        TextEncoding encoding = VcardEncoding.detect(file);
        TextFormat format = new TextFormat(encoding.charset(), encoding.bomBytes(), ',', '"', false, 0);
        List<List<String>> contacts = new ArrayList<>();
        if (FileType.of(file) == FileType.VCARD) {
            try (RowSource rows = new VcardRows(file, format)) {
                read(rows, contacts);
            }
            return contacts;
        }
        List<String> lines = Files.readAllLines(file);
        if (ContactTable.of(List.of(lines.get(0).split(","))) == null) {
            for (String line : lines.subList(1, lines.size())) {
                Contact contact = new Contact();
                contact.formatted = line;
                contact.emails.add(line);
                contacts.add(contact.cells());
            }
            return contacts;
        }
        try (RowSource rows = new org.vinculo.crm.exchange.internal.file.SourceFile(file, FileType.TEXT, format)
                .asContacts()
                .open(org.vinculo.crm.exchange.internal.file.ReadLimits.DEFAULT)) {
            read(rows, contacts);
        }
        return contacts;
    }

    private static void read(RowSource rows, List<List<String>> contacts) throws IOException {
        rows.next();
        for (SourceRow row = rows.next(); row != null; row = rows.next()) {
            assertThat(row.fault()).isNull();
            contacts.add(row.cells());
        }
    }

    private static String cell(List<String> cells, String column) {
        return cells.get(Contact.COLUMNS.indexOf(column));
    }

    @Test
    void aCardInsideAnotherBelongsToItAndOneThatNeverEndsDoesSoWithTheFile() throws IOException {
        VcardText texts = new VcardText(
                new StringReader("BEGIN:VCARD\nN:parent\nBEGIN:VCARD\nN:child\nEND:VCARD\nTEL:1\nEND:VCARD\r\n"
                        + "junk\nBEGIN:VCARD\nFN:last\n"),
                1000);

        VcardText.Card first = texts.next();
        VcardText.Card second = texts.next();

        assertThat(first.text()).contains("TEL:1").contains("child");
        assertThat(second.line()).isEqualTo(9);
        assertThat(second.text()).contains("last");
        assertThat(texts.next()).isNull();
    }

    @Test
    void aGiganticCardIsOneBrokenRowAndTheNextOneIsRead() throws IOException {
        Path file = folder.resolve("big.vcf");
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("BEGIN:VCARD\nVERSION:3.0\nFN:Big\nNOTE:");
            String block = "x".repeat(1 << 16);
            for (int i = 0; i < 400; i++) {
                out.write(block);
            }
            out.write("\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Small\nEND:VCARD\n");
        }
        try (RowSource rows = new VcardRows(file, new TextFormat(StandardCharsets.UTF_8, 0, ',', '"', false, 0))) {
            rows.next();

            SourceRow big = rows.next();
            SourceRow small = rows.next();

            assertThat(big.fault().code()).isEqualTo("exchange.row.tooLong");
            assertThat(cell(small.cells(), "name")).isEqualTo("Small");
        }
    }

    /** Each of them took minutes to hours when the time grew with the square of the length. */
    @Test
    void valuesMadeToTakeLongAreReadAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            String blanks = "x" + " ".repeat(1_000_000) + "x";
            VCard card = VcardReading.parse("BEGIN:VCARD\nVERSION:3.0\nFN:" + blanks + "\nTITLE:" + blanks + "\nADR:;;"
                    + blanks + ";;;;\nEMAIL:<" + "a@".repeat(500_000) + "\nEND:VCARD");
            List<String> cells = VcardReading.contact(card).cells();
            assertThat(cell(cells, "name")).startsWith("x ");
            assertThat(cell(cells, "email")).startsWith("<a@a@");

            ContactTable table = ContactTable.of(
                    List.of("Name", "E-mail 1 - Value", "Address 1 - Formatted", "Address 1 - Street", "Notes"));
            assertThat(table.cells(List.of("Ana", blanks, blanks, blanks, blanks)))
                    .isNotEmpty();
        });
    }

    @Test
    void severalValuesInOneCellAndSeveralLinesAreToldApart() throws IOException {
        ContactTable table = ContactTable.of(List.of("Name", "E-mail 1 - Value", "Address 1 - Formatted"));

        List<String> cells =
                table.cells(List.of("Ana", "a@x.example ::: b@x.example:::c@x.example", "Street 1 \r\n\n  City"));

        assertThat(cell(cells, "email")).isEqualTo("a@x.example; b@x.example; c@x.example");
        assertThat(cell(cells, "street")).isEqualTo("Street 1, City");
        List<String> card = VcardReading.contact(VcardReading.parse(
                        "BEGIN:VCARD\nVERSION:3.0\nFN:Ana \\n Reis\nEMAIL:\"Ana\" <ana@x.example>\nEND:VCARD"))
                .cells();
        assertThat(cell(card, "name")).isEqualTo("Ana, Reis");
        assertThat(cell(card, "email")).isEqualTo("ana@x.example");
    }

    @Test
    void whatACardOfOldPhonesEncodesIsDecoded() throws IOException {
        VCard card = VcardReading.parse("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
                + "Concei=C3=A7=C3=A3o;Jo=C3=A3o\nTEL;CELL;PREF:+5511987654321\nTEL;HOME:+551133334444\n"
                + "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo\nEND:VCARD\n");

        List<String> cells = VcardReading.contact(card).cells();

        assertThat(cell(cells, "givenName")).isEqualTo("João");
        assertThat(cell(cells, "familyName")).isEqualTo("Conceição");
        assertThat(cell(cells, "phone")).isEqualTo("+5511987654321\n+551133334444");
        assertThat(cell(cells, "notes").lines().toList()).isEqualTo(List.of("one", "two"));
        assertThat(cells).noneMatch(Objects::isNull);
    }

    @Test
    void aCompanysCardIsAnOrganisationAndAPersonsWorkGoesToTheNotes() throws IOException {
        List<String> company = VcardReading.contact(VcardReading.parse(
                        "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:Serra Café\nORG:Serra Café;\nEND:VCARD"))
                .cells();
        List<String> person = VcardReading.contact(VcardReading.parse(
                        "BEGIN:VCARD\nVERSION:4.0\nN:Reis;Ana;;;\nFN:Ana Reis\nORG:Serra Café\nTITLE:Torra\nEND:VCARD"))
                .cells();

        assertThat(cell(company, "kind")).isEqualTo("organisation");
        assertThat(cell(company, "name")).isEqualTo("Serra Café");
        assertThat(cell(person, "kind")).isEqualTo("person");
        assertThat(cell(person, "notes")).isEqualTo("Torra, Serra Café");
    }

    @Test
    void anOrdinaryTableIsNoAddressBook() {
        assertThat(ContactTable.of(List.of("id", "name", "email", "phone", "city")))
                .isNull();
        assertThat(ContactTable.of(List.of("Customer ID", "First Name", "Last Name", "Home Phone", "E-mail")))
                .isNull();
        assertThat(ContactTable.of(List.of("First Name", "E-mail 1 - Value", "Phone 1 - Value")))
                .isNotNull();
        assertThat(ContactTable.of(List.of("Nome", "Sobrenome", "Empresa", "Telefone comercial", "Rua comercial")))
                .isNotNull();
    }
}
