package org.vinculo.crm.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.DatabaseRefusal;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

class PurchaseFilesTest extends ImportRoomTest {

    private static final String CDNOW = "{\"header\":false,\"delimiter\":\"whitespace\","
            + "\"columns\":{\"customerRef\":2,\"purchasedAt\":3,\"quantity\":4,\"amount\":5},"
            + "\"dateFormat\":\"yyyyMMdd\",\"currency\":\"USD\",\"createMissingCustomers\":true}";
    private static final String CREATING = "{\"createMissingCustomers\":true,\"currency\":\"EUR\"}";

    @Test
    void theCdnowSampleIsExactAndComesOnlyOnce() throws IOException {
        ImportPreview preview =
                upload(PublicData.file("cdnow/lifetimes/CDNOW_sample.txt"), ImportKind.PURCHASES, profile(CDNOW));

        ImportView trial = run(preview, true);
        assertThat(trial.rows()).isEqualTo(new RowCounts(6919, 6919, 0, 0, 0, 0));
        assertThat(count("purchase")).isZero();

        ImportView first = run(preview, false);
        assertThat(first.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(first.rows()).isEqualTo(new RowCounts(6919, 6919, 0, 0, 0, 0));
        assertThat(count("customer")).isEqualTo(2357);
        assertThat(total()).isEqualByComparingTo("244091.94");
        assertThat(first.totals()).singleElement().satisfies(total -> {
            assertThat(total.currency()).isEqualTo("USD");
            assertThat(total.amount()).isEqualByComparingTo("244091.94");
        });
        assertThat(trial.totals()).hasSameElementsAs(first.totals());

        ImportView again = run(preview, false);
        assertThat(again.rows()).isEqualTo(new RowCounts(6919, 0, 0, 6919, 0, 0));
        assertThat(again.totals()).isEmpty();
        assertThat(total()).isEqualByComparingTo("244091.94");

        ImportView undone = undo(first);
        assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
        assertThat(undone.left()).isZero();
        assertThat(count("purchase")).isZero();
        assertThat(count("purchase_line")).isZero();
        assertThat(em.createQuery("select count(c) from Customer c where c.deletedAt is null")
                        .getSingleResult())
                .isEqualTo(0L);
    }

    @Test
    void aServerThatKeepsDyingGivesTheSameData() throws IOException {
        ImportPreview preview =
                upload(PublicData.file("cdnow/lifetimes/CDNOW_sample.txt"), ImportKind.PURCHASES, profile(CDNOW));
        ImportView started = service.start(preview.fileId(), preview.profile(), false);

        runAll(1);

        assertThat(service.get(started.id()).rows()).isEqualTo(new RowCounts(6919, 6919, 0, 0, 0, 0));
        assertThat(count("customer")).isEqualTo(2357);
        assertThat(total()).isEqualByComparingTo("244091.94");
    }

    @Test
    void faultyRowsComeBackAsTheyWereAndCanBeImportedAgain() {
        String text = "customer;date;amount;note\n"
                + "A1;07/03/2024;10,50;x\n"
                + ";08/03/2024;1,00;no customer\n"
                + "A2;31/02/2024;2,00;no such day\n"
                + "A2;09/03/2024;zwei;=cmd()\n";

        ImportView view = run(text, ImportKind.PURCHASES, CREATING);

        assertThat(view.state()).isEqualTo(ImportState.COMPLETED_WITH_ERRORS);
        assertThat(view.rows()).isEqualTo(new RowCounts(4, 1, 0, 0, 0, 3));
        String errors = errors(view);
        assertThat(errors.lines()).hasSize(4);
        assertThat(errors)
                .startsWith("\uFEFFcustomer;date;amount;note;import_line;import_field;import_message\r\n")
                .contains(";08/03/2024;1,00;no customer;3;customerRef;")
                .contains("A2;09/03/2024;zwei;'=cmd();5;amount;");

        String corrected =
                errors.replace("\n;08", "\nA3;08").replace("31/02", "29/02").replace("zwei", "2,00");
        ImportView second = run(corrected, ImportKind.PURCHASES, CREATING);
        assertThat(second.rows()).isEqualTo(new RowCounts(3, 3, 0, 0, 0, 0));
        assertThat(total()).isEqualByComparingTo("15.50");
    }

    @Test
    void numbersThatComeToTooMuchCostTheirRowAndNoMore() {
        String text = "customer;invoice;product;date;qty;price\n"
                + "A1;F1;Beans;07/03/2024;1;5\n"
                + "A1;F2;Beans;07/03/2024;999999999999999;2\n"
                + "A1;F3;Beans;07/03/2024;1e999999999;1\n"
                + "A1;F3;Beans;07/03/2024;1;1e-999999999\n"
                + "A1;F4;Beans;07/03/2024;1;999999999999999\n"
                + "A2;F5;Beans;07/03/2024;2;5\n";

        ImportView view = run(
                text,
                ImportKind.PURCHASES,
                "{\"columns\":{\"customerRef\":\"customer\",\"documentNumber\":\"invoice\",\"product\":\"product\","
                        + "\"purchasedAt\":\"date\",\"quantity\":\"qty\",\"unitPrice\":\"price\"},"
                        + "\"createMissingCustomers\":true}");

        assertThat(view.state()).isEqualTo(ImportState.COMPLETED_WITH_ERRORS);
        assertThat(view.rows()).isEqualTo(new RowCounts(6, 3, 0, 0, 0, 3));
    }

    @Test
    void aFileWithoutHeaderKeepsItsPositionsInTheErrorFile() {
        String text = " 1 19970101 2 29.33\n 1 19970231 2 29.33\n 2 19970301 1 5.00\n";
        String profile =
                "{\"header\":false,\"delimiter\":\"whitespace\",\"columns\":{\"customerRef\":1,\"purchasedAt\":2,"
                        + "\"quantity\":3,\"amount\":4},\"dateFormat\":\"yyyyMMdd\",\"createMissingCustomers\":true}";

        ImportView view = run(text, ImportKind.PURCHASES, profile);
        String corrected = errors(view).replace("19970231", "19970228");

        assertThat(run(corrected, ImportKind.PURCHASES, profile).rows()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
    }

    @Test
    void unknownCustomersAreFaultsUnlessTheyMayBeCreated() {
        ImportView view = run("customer,date,amount\nX9,2024-03-07,5\n", ImportKind.PURCHASES, "{}");

        assertThat(view.rows()).isEqualTo(new RowCounts(1, 0, 0, 0, 0, 1));
        assertThat(service.notes(view.id(), PageRequest.of(0, 10))
                        .items()
                        .get(0)
                        .problem()
                        .code())
                .isEqualTo("exchange.row.noCustomer");
    }

    @Test
    void whoIsMergedWhileAFileComesInGetsTheRestOfItUnderTheNewNumber() {
        run("customer,date,amount\nNEW,2024-03-07,5\n", ImportKind.PURCHASES, CREATING);
        long survivor = customer("NEW");
        String file = "customer,date,amount\n"
                + IntStream.rangeClosed(1, 1_000)
                        .mapToObj(n -> "OLD,2024-03-07," + n)
                        .collect(Collectors.joining("\n"));
        ImportPreview preview = upload(file, ImportKind.PURCHASES, profile(CREATING));
        service.start(preview.fileId(), preview.profile(), false);

        runAll(() -> em.createNativeQuery("update customer set merged_into_id = ?1, deleted_at = created_at"
                        + " where external_id = 'OLD'")
                .setParameter(1, survivor)
                .executeUpdate());

        assertThat(lines(customer("OLD"))).as("written before the merge").isEqualTo(900);
        assertThat(lines(survivor)).as("written after it").isEqualTo(101);
    }

    @Test
    void linesForWhoGoesWhileTheyAreWrittenAreTakenBackAndTriedAgain() {
        run("customer,date,amount\nA1,2024-03-07,5\n", ImportKind.PURCHASES, CREATING);
        em.createNativeQuery("update customer set deleted_at = created_at where external_id = 'A1'")
                .executeUpdate();

        assertThatThrownBy(() -> finder.stillThere(List.of(customer("A1")))).matches(DatabaseRefusal::passes);
    }

    private long customer(String number) {
        return ((Number) em.createNativeQuery("select id from customer where external_id = ?1")
                        .setParameter(1, number)
                        .getSingleResult())
                .longValue();
    }

    private long lines(long customer) {
        return ((Number) em.createNativeQuery("select count(*) from purchase_line where customer_id = ?1")
                        .setParameter(1, customer)
                        .getSingleResult())
                .longValue();
    }

    @Test
    void correctionsOfADocumentAreUndoneToWhatWasThere() {
        run("invoice,customer,date,product,quantity,price\nF1,A1,2024-03-07,P,2,5\n", ImportKind.PURCHASES, CREATING);

        ImportView corrected = run(
                "invoice,customer,date,product,quantity,price\nF1,A1,2024-03-07,P,3,5\nF1,A1,2024-03-07,Q,1,1\n",
                ImportKind.PURCHASES,
                CREATING);
        assertThat(corrected.rows()).isEqualTo(new RowCounts(2, 1, 1, 0, 0, 0));
        assertThat(total()).isEqualByComparingTo("16");

        undo(corrected);
        assertThat(total()).isEqualByComparingTo("10");
        assertThat(count("purchase_line")).isEqualTo(1);
    }

    @Test
    void whatAnotherImportAddedToTheSameDocumentStays() {
        ImportView first =
                run("invoice,customer,date,product,amount\nF1,A1,2024-03-07,P,10\n", ImportKind.PURCHASES, CREATING);
        run("invoice,customer,date,product,amount\nF1,A1,2024-03-07,Q,4\n", ImportKind.PURCHASES, CREATING);

        ImportView undone = undo(first);

        assertThat(total()).isEqualByComparingTo("4");
        assertThat(undone.left()).as("the customer has bought elsewhere").isEqualTo(1);
    }

    @Test
    void anImportOutOfReachDoesNotExist() {
        ImportView view = run("customer,date,amount\nX9,2024-03-07,5\n", ImportKind.PURCHASES, CREATING);
        actAs(STAFF_ID + 1, Scope.OWN);

        assertThatThrownBy(() -> service.get(view.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> service.undo(view.id())).isInstanceOf(NotFound.class);
        assertThat(service.list(PageRequest.of(0, 10)).items()).isEmpty();
        assertThat(service.after(null, 10)).isEmpty();
    }

    @Test
    void aFileThatIsNoTableIsNotKept() {
        assertThatThrownBy(() -> upload("%PDF-1.7 nothing", ImportKind.PURCHASES, ImportProfile.EMPTY))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> upload("", ImportKind.PURCHASES, ImportProfile.EMPTY))
                .isInstanceOf(InvalidInput.class);

        assertThat(data.resolve("imports").toFile().list()).isEmpty();
    }

    @Test
    void aFileThatLacksWhatItNeedsCannotStart() {
        ImportPreview preview = upload("a,b\nx,y\n", ImportKind.PURCHASES, ImportProfile.EMPTY);

        assertThat(preview.problems()).isNotEmpty();
        assertThat(preview.fileName()).isEqualTo("file.csv");
        assertThatThrownBy(() -> service.start(preview.fileId(), preview.profile(), true))
                .isInstanceOf(InvalidInput.class);
    }

    private BigDecimal total() {
        BigDecimal total = (BigDecimal)
                em.createQuery("select sum(p.netTotal) from Purchase p").getSingleResult();
        return total == null ? BigDecimal.ZERO : total;
    }
}
