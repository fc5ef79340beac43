package org.vinculo.crm.exchange.internal.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.exchange.ColumnView;
import org.vinculo.crm.exchange.ImportDefaults;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.ImportProfile;
import org.vinculo.crm.exchange.PublicData;
import org.vinculo.crm.exchange.internal.file.ReadLimits;
import org.vinculo.crm.exchange.internal.file.RowSource;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.file.UnreadableFile;
import org.vinculo.crm.exchange.internal.row.CustomerRow;
import org.vinculo.crm.exchange.internal.row.CustomerRowReader;
import org.vinculo.crm.exchange.internal.row.Parsed;
import org.vinculo.crm.exchange.internal.row.PurchaseRow;
import org.vinculo.crm.exchange.internal.row.PurchaseRowReader;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Texts;

class DetectorTest {

    private static final ImportDefaults DEFAULTS = new ImportDefaults(ZoneId.of("America/Sao_Paulo"), "BRL", "BR");
    private static final String CDNOW_PROFILE = "{\"header\":false,\"delimiter\":\"whitespace\","
            + "\"columns\":{\"customerRef\":2,\"purchasedAt\":3,\"quantity\":4,\"amount\":5},"
            + "\"dateFormat\":\"yyyyMMdd\",\"currency\":\"USD\"}";

    @TempDir
    Path folder;

    @Test
    void theCdnowSampleIsExactWithItsProfile() throws IOException {
        Path file = PublicData.file("cdnow/lifetimes/CDNOW_sample.txt");
        ImportPlan plan = ImportPlan.of(file, ImportKind.PURCHASES, ProfileJson.read(CDNOW_PROFILE), DEFAULTS);

        List<Parsed<PurchaseRow>> rows = purchases(plan);

        assertThat(rows).hasSize(6919).noneMatch(Parsed::isFaulty);
        assertThat(rows.stream().map(row -> row.row().customerRef()).distinct()).hasSize(2357);
        assertThat(rows.stream().map(row -> row.row().amount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("244091.94");
        assertThat(rows.get(0).row().customerRef()).isEqualTo("0001");
        assertThat(rows.get(0).row().day()).isEqualTo("1997-01-01");
        assertThat(rows.get(0).row().currency()).isEqualTo("USD");
    }

    @Test
    void theCdnowSampleIsGuessedSensiblyWithoutOne() throws IOException {
        Detected found = detect(PublicData.file("cdnow/lifetimes/CDNOW_sample.txt"), ImportKind.PURCHASES);

        assertThat(found.problems()).isEmpty();
        assertThat(found.rows()).isEqualTo(6919);
        assertThat(found.plan().header()).isFalse();
        assertThat(found.plan().profile().delimiter()).isEqualTo("whitespace");
        assertThat(found.plan().columns())
                .containsOnly(
                        entry(ImportField.CUSTOMER_REF, 0),
                        entry(ImportField.PURCHASED_AT, 2),
                        entry(ImportField.QUANTITY, 3),
                        entry(ImportField.AMOUNT, 4));
        assertThat(found.plan().dates().get(ImportField.PURCHASED_AT).pattern()).isEqualTo("yyyyMMdd");
        assertThat(purchases(found.plan()).stream()
                        .map(row -> row.row().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("244091.94");
    }

    @Test
    void onlineRetailIsUnderstoodByItsHeader() throws IOException {
        Detected found = detect(PublicData.file("public-split/online_retail_non_uk.csv"), ImportKind.PURCHASES);

        List<Parsed<PurchaseRow>> rows = purchases(found.plan());

        assertThat(found.plan().columns())
                .containsOnly(
                        entry(ImportField.DOCUMENT_NUMBER, 0),
                        entry(ImportField.PRODUCT, 1),
                        entry(ImportField.DESCRIPTION, 2),
                        entry(ImportField.QUANTITY, 3),
                        entry(ImportField.PURCHASED_AT, 4),
                        entry(ImportField.UNIT_PRICE, 5),
                        entry(ImportField.CUSTOMER_REF, 6));
        assertThat(rows).hasSize(46_431);
        assertThat(rows.stream().filter(Parsed::isFaulty)).hasSize(1480);
        assertThat(rows.stream()
                        .filter(row -> !row.isFaulty())
                        .map(row -> row.row().customerRef())
                        .distinct())
                .hasSize(422)
                .contains("14646");
        assertThat(rows.stream()
                        .filter(row -> !row.isFaulty())
                        .map(row -> row.row().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1532192.42");
    }

    @Test
    void accountsBecomeOrganisationsWithTheirCountry() throws IOException {
        Detected found = detect(PublicData.file("crm-sales-opportunities/original/accounts.csv"), ImportKind.CUSTOMERS);

        List<Parsed<CustomerRow>> rows = customers(found.plan());

        assertThat(found.plan().columns()).containsOnly(entry(ImportField.NAME, 0), entry(ImportField.COUNTRY, 5));
        assertThat(rows).hasSize(85).noneMatch(Parsed::isFaulty);
        assertThat(rows).extracting(row -> row.row().kind()).containsOnly(CustomerKind.ORGANISATION);
        assertThat(rows).extracting(row -> row.row().country()).contains("US", "PH", "KR");
        assertThat(found.columns())
                .filteredOn(column -> column.field() == null)
                .extracting(ColumnView::name)
                .contains("revenue", "subsidiary_of");
    }

    @Test
    void datesOfTheWholeColumnDecideDayAndMonth() throws IOException {
        Detected iso =
                detect(PublicData.file("crm-sales-opportunities/original/sales_pipeline.csv"), ImportKind.PURCHASES);
        Detected american = detect(
                PublicData.file("crm-sales-opportunities/kisaraF-edited/sales_pipeline.csv"), ImportKind.PURCHASES);

        assertThat(iso.plan().dates().get(ImportField.PURCHASED_AT).pattern()).isEqualTo("yyyy-MM-dd");
        assertThat(american.plan().dates().get(ImportField.PURCHASED_AT).pattern())
                .isEqualTo("MM/dd/yyyy");
        assertThat(american.plan().columns())
                .contains(
                        entry(ImportField.CUSTOMER_REF, 3),
                        entry(ImportField.AMOUNT, 7),
                        entry(ImportField.DOCUMENT_NUMBER, 0),
                        entry(ImportField.PURCHASED_AT, 6));
    }

    @Test
    void addressBooksAreUnderstood() throws IOException {
        String folderOfBooks = "contacts-csv/roundcube-Csv2vcard/";

        assertThat(fields(folderOfBooks + "email.csv")).containsExactly(ImportField.EMAIL);
        for (String program : List.of("outlook", "gmail", "tb_plain")) {
            Detected found = detect(PublicData.file(folderOfBooks + program + ".csv"), ImportKind.CUSTOMERS);

            assertThat(found.plan().source().contacts()).as(program).isTrue();
            assertThat(found.plan().columns().keySet())
                    .contains(ImportField.GIVEN_NAME, ImportField.EMAIL, ImportField.OTHER_ADDRESSES);
            assertThat(found.plan().profile().matchKeys()).contains("email");
        }
    }

    @Test
    void aBrazilianExportIsUnderstood() throws IOException {
        Path file = write(
                "Código do cliente;Razão Social;CNPJ/CPF;E-mail comercial;Fone 1;CEP;Município;UF;Aceita e-mail;Obs.\n"
                        + "A1;Padaria Nova Aliança Ltda.;11.222.333/0001-81;compras@novaalianca.example;(31) 98877-1204;30110-001;Belo Horizonte;MG;S;cliente antigo\n",
                TextFormats.LATIN);

        Detected found = detect(file, ImportKind.CUSTOMERS);

        assertThat(found.plan().profile().encoding()).isEqualTo("windows-1252");
        assertThat(found.plan().columns())
                .containsKeys(
                        ImportField.EXTERNAL_ID,
                        ImportField.NAME,
                        ImportField.TAX_ID,
                        ImportField.EMAIL,
                        ImportField.PHONE,
                        ImportField.POSTAL_CODE,
                        ImportField.CITY,
                        ImportField.REGION,
                        ImportField.CONSENT,
                        ImportField.NOTES);
        assertThat(found.problems()).extracting("code").containsExactly("exchange.profile.consentEvidence");
        CustomerRow row = customers(found.plan()).get(0).row();
        assertThat(row.kind()).isEqualTo(CustomerKind.ORGANISATION);
        assertThat(row.phones()).containsExactly("+5531988771204");
        assertThat(row.taxId()).isEqualTo("11222333000181");
        assertThat(row.consent()).isTrue();
    }

    @Test
    void consentWithEvidenceIsAccepted() throws IOException {
        Path file = write("name,email,opt in\nAna,ana@x.example,yes\n", StandardCharsets.UTF_8);
        ImportProfile profile = ProfileJson.read("{\"consent\":{\"source\":\"shop forms\",\"date\":\"2024-01-31\"}}");

        Detected found = new Detector(ImportKind.CUSTOMERS, profile, DEFAULTS)
                .detect(file, ReadLimits.DEFAULT, signature -> Optional.empty());

        assertThat(found.problems()).isEmpty();
    }

    @Test
    void whatWasMatchedBeforeIsRemembered() throws IOException {
        Path file = write("kunde;was\n7;Ana\n", StandardCharsets.UTF_8);
        ImportProfile before =
                ProfileJson.read("{\"columns\":{\"externalId\":\"kunde\",\"name\":\"was\"},\"phoneCountry\":\"DE\"}");

        Detected found = new Detector(ImportKind.CUSTOMERS, ImportProfile.EMPTY, DEFAULTS)
                .detect(file, ReadLimits.DEFAULT, signature -> Optional.of(before));

        assertThat(found.plan().columns()).containsOnly(entry(ImportField.EXTERNAL_ID, 0), entry(ImportField.NAME, 1));
        assertThat(found.plan().profile().phoneCountry()).isEqualTo("DE");
        assertThat(found.columns()).allMatch(ColumnView::remembered);
    }

    @Test
    void theSameColumnsHaveTheSameSignatureWhateverTheRows() throws IOException {
        Detected a = detect(write("Name;E-mail\nAna;a@x.example\n", StandardCharsets.UTF_8), ImportKind.CUSTOMERS);
        Detected b = detect(write("name,e mail\nBruno,b@x.example\n", StandardCharsets.UTF_8), ImportKind.CUSTOMERS);
        Detected c =
                detect(write("name,phone\nBruno,+351 912 345 678\n", StandardCharsets.UTF_8), ImportKind.CUSTOMERS);

        assertThat(a.signature()).isEqualTo(b.signature()).isNotEqualTo(c.signature());
    }

    @Test
    void aProfileThatDoesNotFitIsRefusedByField() throws IOException {
        Path file = write("a,b\n1,2\n", StandardCharsets.UTF_8);
        ImportProfile strangeColumn =
                ProfileJson.read("{\"header\":true,\"columns\":{\"customerRef\":\"z\",\"nonsense\":1}}");

        assertThatThrownBy(() -> ImportPlan.of(file, ImportKind.PURCHASES, strangeColumn, DEFAULTS))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting("field")
                        .contains("columns.customerRef", "columns.nonsense", "columns.purchasedAt", "columns.amount"));
        assertThatThrownBy(() -> new Detector(
                        ImportKind.PURCHASES,
                        ProfileJson.read(
                                "{\"zone\":\"Mars/Base\",\"currency\":\"XX\",\"encoding\":\"klingon\",\"dateFormat\":\"qq\"}"),
                        DEFAULTS))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .hasSize(4));
        assertThatThrownBy(() -> ProfileJson.read("[1,2]")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ProfileJson.read("{\"columns\":{\"amount\":1.5}}"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ProfileJson.read("{\"colums\":{}}")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aProfileSurvivesBeingStored() {
        ImportProfile profile = ProfileJson.read(
                "{\"header\":true,\"delimiter\":\";\",\"columns\":{\"name\":\"Nome\",\"email\":3},"
                        + "\"overwrite\":{\"name\":\"FILL_EMPTY\"},\"matchKeys\":[\"email\"],\"fieldFormats\":{\"birthDate\":\"dd/MM/yyyy\"},"
                        + "\"consent\":{\"source\":\"forms\",\"date\":\"2024-01-01\"},\"createMissingCustomers\":true}");

        assertThat(ProfileJson.read(ProfileJson.write(profile))).isEqualTo(profile);
    }

    @Test
    void everyAwkwardFileIsUnderstoodOrRefusedWithAReason() throws IOException {
        List<String> refused = new ArrayList<>();
        int understood = 0;
        try (Stream<Path> files = Files.walk(PublicData.file("csv-messy"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> each.toString().matches(".*\\.(csv|tsv|txt)"))
                    .toList()) {
                try {
                    Detected found = detect(file, ImportKind.CUSTOMERS);
                    assertThat(found.columns()).as(file.toString()).isNotEmpty();
                    understood++;
                } catch (UnreadableFile unreadable) {
                    assertThat(Texts.has(Locale.ENGLISH, unreadable.code())).isTrue();
                    refused.add(file.getFileName().toString());
                }
            }
        }
        assertThat(understood).isGreaterThan(150);
        assertThat(refused).containsOnly("empty.txt");
    }

    private static final class TextFormats {
        private static final java.nio.charset.Charset LATIN = java.nio.charset.Charset.forName("windows-1252");
    }

    private List<ImportField> fields(String name) throws IOException {
        return List.copyOf(detect(PublicData.file(name), ImportKind.CUSTOMERS)
                .plan()
                .columns()
                .keySet());
    }

    private static Detected detect(Path file, ImportKind kind) throws IOException {
        return new Detector(kind, ImportProfile.EMPTY, DEFAULTS)
                .detect(file, ReadLimits.DEFAULT, signature -> Optional.empty());
    }

    private Path write(String text, java.nio.charset.Charset charset) throws IOException {
        return Files.write(folder.resolve("file" + text.hashCode() + ".csv"), text.getBytes(charset));
    }

    private static List<Parsed<PurchaseRow>> purchases(ImportPlan plan) throws IOException {
        PurchaseRowReader reader = new PurchaseRowReader(plan, LocalDate.of(2026, 11, 20));
        return rows(plan).stream().map(reader::read).toList();
    }

    private static List<Parsed<CustomerRow>> customers(ImportPlan plan) throws IOException {
        CustomerRowReader reader = new CustomerRowReader(plan, LocalDate.of(2026, 11, 20));
        return rows(plan).stream().map(reader::read).toList();
    }

    private static List<SourceRow> rows(ImportPlan plan) throws IOException {
        try (RowSource source = plan.source().open(ReadLimits.DEFAULT)) {
            List<SourceRow> rows = new ArrayList<>();
            for (SourceRow row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
            return plan.header() ? rows.subList(1, rows.size()) : rows;
        }
    }
}
