package org.vinculo.crm.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculo.crm.audit.AccessLog;
import org.vinculo.crm.audit.AccessRow;
import org.vinculo.crm.exchange.entity.ExportJob;
import org.vinculo.crm.exchange.internal.out.ExportCleaner;
import org.vinculo.crm.exchange.internal.out.ExportColumns;
import org.vinculo.crm.exchange.internal.out.ExportFiles;
import org.vinculo.crm.exchange.internal.out.ExportRunner;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.Turns;
import org.vinculo.crm.identity.entity.ApiToken;
import org.vinculo.crm.identity.entity.Role;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.identity.entity.Team;
import org.vinculo.crm.interaction.InteractionExport;
import org.vinculo.crm.notification.Notices;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomFieldForm;
import org.vinculo.crm.party.CustomType;
import org.vinculo.crm.party.CustomerExport;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.entity.CustomField;
import org.vinculo.crm.party.internal.CustomerFilters;
import org.vinculo.crm.party.internal.CustomerQuery;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.purchase.PurchaseExport;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Plenty;
import org.vinculo.crm.shared.TooManyRequests;

class ExportTest extends ImportRoomTest {

    private static final String CUSTOMERS =
            "externalId,kind,stage,name,givenName,familyName,email,phone,street,addressExtra,"
                    + "district,city,region,postalCode,country,otherAddresses,birthDate,taxId,language,website,notes,"
                    + "acquiredVia,acquiredFrom\n"
                    + "C1,person,customer,,Ana,Silva,ana@x.example; a2@x.example,+55 11 98765-4321,Rua A 1,ap 2,Centro,São Paulo,"
                    + "SP,01310-100,BR,Rua B 2 | | | Lisboa | | 1000-001 | PT,1980-02-03,529.982.247-25,pt,https://ana.example,"
                    + "\"=1+1\nsecond line\",Ligação,=Feira de Lisboa\n"
                    + "C2,organisation,prospect,\"+Mais \"\"Café\"\", Lda;\",,,info@mais.example,,,,,,,,PT,,,,,,@SUM(A1)\n"
                    + ",person,customer,,Bruno,,bruno@x.example,,,,,,,,,,,,,,'quoted\n"
                    + ",person,customer,,Caio,-Reis,,+351 912 345 678,,,,,,,,,,,,,\n";

    private static final String CUSTOM = "externalId;Name;Headcount;Budget;Since;Tamanho;Likes;page;Remark\n"
            + "C1;Ana Silva;1.200;12.345,60;01/02/2020;large;Tea, Coffee;https://ana.example/x;Olá\n"
            + "C2;Bruno Reis;;;;;;;\n";

    private final AccessLog looks = new AccessLog();
    private int fieldCount;
    private ExportService exports;
    private ExportRunner exporter;
    private CustomerExport reading;
    private CustomerFilters filters;
    private final ExportCleaner cleaner = new ExportCleaner();

    @Override
    List<Object> more() {
        exports = new ExportService();
        exporter = new ExportRunner();
        reading = new CustomerExport();
        filters = new CustomerFilters();
        wire(reading, new Fixed(List.of()));
        wire(filters, new Fixed(List.of()));
        CustomerExport plain = reading;
        return List.of(
                exports,
                exporter,
                plain,
                filters,
                cleaner,
                new CustomerQuery(),
                new Plenty(),
                new PurchaseExport(),
                new InteractionExport(),
                new Turns(),
                new ExportColumns(),
                looks,
                new ExportFiles(),
                new Notices());
    }

    @Override
    void start() {
        super.start();
        wire(reading, new Fixed(List.of()));
        wire(filters, new Fixed(List.of()));
    }

    @Override
    JobHandler handler(String name) {
        return name.equals(ExportRunner.NAME) ? exporter : super.handler(name);
    }

    @Override
    void actAs(long accountId, Scope reach) {
        actAs(Caller.Kind.STAFF, accountId, reach);
    }

    private void actAs(Caller.Kind kind, long accountId, Scope reach) {
        Map<Permission, Scope> permissions = new EnumMap<>(Permission.class);
        Stream.of(
                        Permission.IMPORT_RUN,
                        Permission.EXPORT_RUN,
                        Permission.CUSTOMER_VIEW,
                        Permission.PURCHASE_VIEW,
                        Permission.INTERACTION_VIEW)
                .forEach(permission -> permissions.put(permission, reach));
        caller.bind(new Caller(
                kind,
                accountId,
                "Joana =1",
                null,
                null,
                permissions,
                null,
                null,
                null,
                null,
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void exportedCustomersComeBackUnchanged(ExportFormat format) throws IOException {
        assertThat(run(CUSTOMERS, ImportKind.CUSTOMERS, "{}").rows()).isEqualTo(new RowCounts(4, 4, 0, 0, 0, 0));

        ExportView view = export(ImportKind.CUSTOMERS, format, CustomerList.ALL);
        ImportView again = run(upload(file(view), ImportKind.CUSTOMERS, ImportProfile.EMPTY), false);

        assertThat(view.state()).isEqualTo(ExportState.COMPLETED);
        assertThat(view.rows()).isEqualTo(4);
        assertThat(view.fileName()).startsWith("customers-").endsWith("-joana-1." + format.extension());
        assertThat(again.rows()).isEqualTo(new RowCounts(4, 0, 0, 4, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whoseIdLooksLikeAFormulaComesBackToo(ExportFormat format) throws IOException {
        run(CUSTOMERS, ImportKind.CUSTOMERS, "{}");
        for (String start : List.of("-", "--", "-1", "_")) {
            String id = (start + "gwT1Xw90PrFSCZKRruwhgAB").substring(0, 22);
            em.createNativeQuery("update customer set public_id = ?1 where display_name = 'Bruno'")
                    .setParameter(1, id)
                    .executeUpdate();

            ExportView view = export(ImportKind.CUSTOMERS, format, CustomerList.ALL);
            ImportView again = run(upload(file(view), ImportKind.CUSTOMERS, ImportProfile.EMPTY), false);

            assertThat(again.rows()).as(id).isEqualTo(new RowCounts(4, 0, 0, 4, 0, 0));
        }
    }

    @Test
    void administratorsAreToldWhenSomebodyTakesManyCustomersAlong() throws IOException {
        StaffUser chief = colleague("chief@example.org", new Role(Role.ADMINISTRATOR, "Administrator", Map.of()));
        colleague("sales@example.org", new Role(null, "Sales", Map.of(Permission.CUSTOMER_VIEW, Scope.ALL)));
        StaffUser keeper =
                colleague("keeper@example.org", new Role(null, "Keeper", Map.of(Permission.SETTINGS_ADMIN, Scope.ALL)));
        StaffUser gone =
                colleague("gone@example.org", new Role(null, "Once", Map.of(Permission.SETTINGS_ADMIN, Scope.ALL)));
        gone.disable();
        run(CUSTOMERS, ImportKind.CUSTOMERS, "{}");

        export(ImportKind.CUSTOMERS, ExportFormat.CSV, CustomerList.search("Ana"));
        assertThat(alerts()).as("a few").isEmpty();
        export(ImportKind.CUSTOMERS, ExportFormat.CSV, CustomerList.ALL);

        assertThat(alerts()).containsExactlyInAnyOrder(chief.getId(), keeper.getId());
    }

    private List<Long> alerts() {
        return em.createQuery("select n.accountId from Notice n where n.idempotencyKey like 'export.%'", Long.class)
                .getResultList();
    }

    private StaffUser colleague(String email, Role role) {
        StaffUser colleague = new StaffUser(email, email, Locale.ENGLISH, ZoneOffset.UTC, NOW);
        colleague.takePassword("$argon2id$x", NOW);
        Team team = new Team("Team of " + email);
        em.persist(team);
        em.persist(role);
        colleague.assign(team, List.of(role));
        em.persist(colleague);
        return colleague;
    }

    @Test
    void whatAnInstallationExportsAnotherOneTakesInWhole() throws IOException {
        run(CUSTOMERS, ImportKind.CUSTOMERS, "{}");
        Path file = file(export(ImportKind.CUSTOMERS, ExportFormat.CSV, CustomerList.ALL));
        String before = text(file);
        for (String table :
                List.of("search_customer", "customer_match_key", "customer_match", "contact_point", "customer")) {
            em.createNativeQuery("delete from " + table).executeUpdate();
        }
        em.clear();

        ImportView moved = run(upload(file, ImportKind.CUSTOMERS, ImportProfile.EMPTY), false);

        assertThat(moved.rows()).isEqualTo(new RowCounts(4, 4, 0, 0, 0, 0));
        String after = text(file(export(ImportKind.CUSTOMERS, ExportFormat.CSV, CustomerList.ALL)));
        assertThat(withoutIds(after)).isEqualTo(withoutIds(before));
    }

    /** Ids and times are new in another installation. */
    private static List<String> withoutIds(String csv) {
        return csv.lines()
                .map(line -> line.replaceAll("^'?[A-Za-z0-9_-]{22},", "")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", ""))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"CSV", "XLSX"})
    void fieldsOfAdministratorsComeBackUnchanged(ExportFormat format) throws IOException {
        fields();
        ImportView first = run(CUSTOM, ImportKind.CUSTOMERS, "{}");
        assertThat(first.rows()).isEqualTo(new RowCounts(2, 2, 0, 0, 0, 0));

        ExportView view = export(ImportKind.CUSTOMERS, format, CustomerList.ALL);
        ImportView again = run(upload(file(view), ImportKind.CUSTOMERS, ImportProfile.EMPTY), false);

        assertThat(again.rows()).isEqualTo(new RowCounts(2, 0, 0, 2, 0, 0));
        assertThat(values("Ana"))
                .containsExactlyInAnyOrder(
                        "staff=1200",
                        "budget=12345.6",
                        "perHead=10.29",
                        "since=2020-02-01",
                        "size=l",
                        "likes=coffee,tea",
                        "page=https://ana.example/x",
                        "remark=Olá");
        if (format == ExportFormat.CSV) {
            assertThat(text(file(view)))
                    .contains("x.staff,x.budget,x.perHead,x.since,x.size,x.likes,x.page,x.remark")
                    .contains("1200,12345.6,10.29,2020-02-01,l,\"coffee,tea\",https://ana.example/x,Olá");
        }
    }

    @Test
    void aTrialCountsFieldsOfAdministratorsAndAnUndoPutsThemBack() {
        fields();
        run(CUSTOM, ImportKind.CUSTOMERS, "{}");
        String later = "externalId;Tamanho;Headcount;Remark\nC1;Small;1300;other\nC2;;;new\n";
        String rule = "{\"overwrite\":{\"x.remark\":\"FILL_EMPTY\",\"x.size\":\"KEEP\"}}";

        ImportView trial = run(upload(later, ImportKind.CUSTOMERS, profile(rule)), true);
        assertThat(trial.rows()).isEqualTo(new RowCounts(2, 0, 2, 0, 0, 0));
        assertThat(values("Ana")).contains("staff=1200", "remark=Olá");

        ImportView real = run(later, ImportKind.CUSTOMERS, rule);
        assertThat(real.rows()).isEqualTo(new RowCounts(2, 0, 2, 0, 0, 0));
        assertThat(values("Ana")).contains("staff=1300", "perHead=9.5", "size=l", "remark=Olá");
        assertThat(values("Bruno")).containsExactly("remark=new");

        assertThat(undo(real).left()).isZero();
        assertThat(values("Ana")).contains("staff=1200", "perHead=10.29", "size=l", "remark=Olá");
        assertThat(values("Bruno")).isEmpty();
    }

    @Test
    void aWrongValueOfAnAdministratorsFieldIsAFaultyRowThatNamesIt() {
        fields();
        String file = "externalId,Name,Headcount,Size,Since,Page,Likes\n"
                + "D1,Dora,many,Huge,someday,javascript:alert(1)//.example,juice\nD2,Duda,3,small,,,TEA; coffee\n";
        String columns = "{\"fieldFormats\":{\"x.since\":\"yyyy-MM-dd\"}}";

        ImportView view = run(file, ImportKind.CUSTOMERS, columns);

        assertThat(view.rows()).isEqualTo(new RowCounts(2, 1, 0, 0, 0, 1));
        assertThat(service.notes(view.id(), PageRequest.of(0, 10)).items())
                .extracting(note -> note.problem().field())
                .containsExactlyInAnyOrder("x.staff", "x.size", "x.since", "x.page", "x.likes");
        assertThat(errors(view)).contains("D1,Dora,many").contains("Headcount must be a number");
        assertThat(values("Duda")).containsExactlyInAnyOrder("staff=3", "size=s", "likes=coffee,tea");
    }

    @Test
    void aFieldThatTheCallersRolesDoNotSeeIsNeitherFilledNorCarriedOut() throws IOException {
        fields();
        run(CUSTOM, ImportKind.CUSTOMERS, "{}");
        CustomField secret = em.createQuery("select f from CustomField f where f.code = 'remark'", CustomField.class)
                .getSingleResult();
        CustomFieldForm form = secret.form();
        form.setViewRoles(List.of("AAAAAAAAAAAAAAAAAAAAAA"));
        secret.describe(form);
        em.flush();

        ImportPreview seen = upload("externalId,Name,Remark\nC1,Ana,x\n", ImportKind.CUSTOMERS, ImportProfile.EMPTY);

        assertThat(seen.columns()).extracting(ColumnView::target).containsExactly("externalId", "name", null);
        assertThat(upload(
                                "externalId,Remark\nC1,x\n",
                                ImportKind.CUSTOMERS,
                                profile("{\"columns\":{\"externalId\":\"externalId\",\"x.remark\":\"Remark\"}}"))
                        .problems())
                .extracting(FieldError::code)
                .contains("exchange.profile.noSuchField");
        assertThat(text(file(export(ImportKind.CUSTOMERS, ExportFormat.CSV, CustomerList.ALL))))
                .doesNotContain("x.remark")
                .doesNotContain("Olá");
    }

    private void fields() {
        field("staff", "Headcount", CustomType.NUMBER, null);
        field("budget", "Budget", CustomType.MONEY, null);
        field("perHead", "Per head", CustomType.FORMULA, "round(budget / staff, 2)");
        field("since", "Since", CustomType.DATE, null);
        field("size", "Size", CustomType.CHOICE, "s = Small\nl = Large\n");
        field("likes", "Likes", CustomType.MULTI, "coffee = Coffee\ntea = Tea\n");
        field("page", "Page", CustomType.LINK, null);
        field("remark", "Remark", CustomType.TEXT, null);
        em.flush();
    }

    private void field(String code, String label, CustomType type, String detail) {
        CustomFieldForm form = new CustomFieldForm();
        form.setLabel(label);
        form.setLabelPt(code.equals("size") ? "Tamanho" : null);
        form.setCurrency(type == CustomType.MONEY ? "BRL" : null);
        form.setChoices(type.isChoice() ? detail : null);
        form.setFormula(type == CustomType.FORMULA ? detail : null);
        CustomField field = new CustomField(code, type, fieldCount++);
        field.describe(form);
        em.persist(field);
    }

    private List<String> values(String givenName) {
        em.flush();
        em.clear();
        long id = ((Number) em.createNativeQuery("select id from customer where given_name = ?1")
                        .setParameter(1, givenName)
                        .getSingleResult())
                .longValue();
        List<String> values = new ArrayList<>();
        reading.values(reading.fields().stream().map(CustomEntry::getCode).toList(), List.of(id))
                .getOrDefault(id, Map.of())
                .forEach((code, value) -> values.add(code + "=" + value));
        return values;
    }

    /** A workbook says itself what is a formula, so nothing in ours is one. */
    @Test
    void nothingInAWorkbookIsAFormula() throws IOException {
        run(CUSTOMERS, ImportKind.CUSTOMERS, "{}");

        StringBuilder sheets = new StringBuilder();
        try (java.util.zip.ZipFile workbook =
                new java.util.zip.ZipFile(file(export(ImportKind.CUSTOMERS, ExportFormat.XLSX, CustomerList.ALL))
                        .toFile())) {
            for (java.util.zip.ZipEntry entry : java.util.Collections.list(workbook.entries())) {
                sheets.append(new String(
                        workbook.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }

        assertThat(sheets.toString()).contains("=1+1").contains("@SUM(A1)");
        assertThat(sheets.toString())
                .doesNotContainPattern("<f[ >/]")
                .doesNotContain("t=\"str\"", "externalLink", "<ddeLink");
    }

    @Test
    void nothingInAFileRunsAsAFormula() throws IOException {
        run(CUSTOMERS, ImportKind.CUSTOMERS, "{}");

        String csv = text(file(export(ImportKind.CUSTOMERS, ExportFormat.CSV, CustomerList.ALL)));

        assertThat(csv)
                .contains("\"'=1+1\nsecond line\"")
                .contains("'@SUM(A1)")
                .contains("'-Reis")
                .contains("'quoted");
        assertThat(csv).doesNotContainPattern("(^|,|\")[=@]");
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"CSV", "XLSX"})
    void purchasesAndConversationsComeBackUnchanged(ExportFormat format) throws IOException {
        run(CUSTOMERS, ImportKind.CUSTOMERS, "{}");
        String bruno = (String) em.createNativeQuery("select public_id from customer where given_name = 'Bruno'")
                .getSingleResult();
        run(
                "customer,date,invoice,product,qty,amount\nC1,2024-01-31 10:30,F1,Café,2,20.50\nC1,2024-01-31 10:30,F1,Chá,1,-3\n"
                        + bruno + ",2024-02-01,,=Bule,1,99.9\n",
                ImportKind.PURCHASES,
                "{\"columns\":{\"customerRef\":\"customer\",\"purchasedAt\":\"date\",\"documentNumber\":\"invoice\","
                        + "\"product\":\"product\",\"quantity\":\"qty\",\"amount\":\"amount\"}}");
        run("customer,date,channel,subject\nC1,2024-03-07,phone,Asked for a price\n", ImportKind.INTERACTIONS, "{}");

        ExportView lines = export(ImportKind.PURCHASES, format, CustomerList.ALL);
        ExportView talks = export(ImportKind.INTERACTIONS, format, CustomerList.ALL);

        assertThat(lines.rows()).isEqualTo(3);
        assertThat(talks.rows()).isEqualTo(1);
        assertThat(run(upload(file(lines), ImportKind.PURCHASES, ImportProfile.EMPTY), false)
                        .rows())
                .isEqualTo(new RowCounts(3, 0, 0, 3, 0, 0));
        assertThat(run(upload(file(talks), ImportKind.INTERACTIONS, ImportProfile.EMPTY), false)
                        .rows())
                .isEqualTo(new RowCounts(1, 0, 0, 1, 0, 0));
    }

    @Test
    void theFiltersOfTheListAndThePickedOnesAreObeyed() throws IOException {
        run(CUSTOMERS, ImportKind.CUSTOMERS, "{}");
        CustomerList prospects =
                new CustomerList(null, null, null, CustomerStage.PROSPECT, null, null, null, null, null, false);
        String bruno = (String) em.createNativeQuery("select public_id from customer where given_name = 'Bruno'")
                .getSingleResult();

        ExportView filtered = export(ImportKind.CUSTOMERS, ExportFormat.CSV, prospects);
        ExportView picked = finish(exports.start(new ExportOrder(
                ImportKind.CUSTOMERS, ExportFormat.CSV, List.of("name"), CustomerList.ALL, List.of(bruno))));

        assertThat(filtered.rows()).isEqualTo(1);
        assertThat(text(file(picked)).lines().toList()).isEqualTo(List.of("\uFEFFname", "Bruno"));
        assertThat(exports.start(CustomerList.search("bruno"), ImportKind.CUSTOMERS, ExportFormat.CSV)
                        .expected())
                .isEqualTo(1);
    }

    @Test
    void anInterruptedExportGoesOnWithoutALostOrDoubledRow() throws IOException {
        StringBuilder csv = new StringBuilder("externalId,givenName,familyName\n");
        for (int i = 0; i < 650; i++) {
            csv.append("K").append(i).append(",Ana,Silva ").append(i).append('\n');
        }
        run(csv.toString(), ImportKind.CUSTOMERS, "{}");
        String whole = text(file(export(ImportKind.CUSTOMERS, ExportFormat.CSV, CustomerList.ALL)));

        ExportView view = exports.start(CustomerList.ALL, ImportKind.CUSTOMERS, ExportFormat.CSV);
        ExportJob job = em.createQuery("select e from ExportJob e where e.publicId = :id", ExportJob.class)
                .setParameter("id", view.id())
                .getSingleResult();
        Path unfinished = data.resolve("exports").resolve(job.getStoredName());
        Files.createDirectories(unfinished.getParent());
        Files.writeString(unfinished, "left behind by a killed step", StandardOpenOption.CREATE);
        runAll(1);

        assertThat(text(file(exports.get(view.id())))).isEqualTo(whole);
        assertThat(whole.lines()).hasSize(651);
    }

    @Test
    void anExportReachesNoFurtherThanWhoeverAskedForIt() throws IOException {
        run(CUSTOMERS, ImportKind.CUSTOMERS, "{}");
        actAs(STAFF_ID, Scope.OWN);

        ExportView view = export(ImportKind.CUSTOMERS, ExportFormat.CSV, CustomerList.ALL);

        assertThat(view.rows()).as("all of them belong to nobody").isZero();
        assertThat(text(file(view)).lines()).hasSize(1);
    }

    @Test
    void nobodyReachesSomebodyElsesExport() {
        run(CUSTOMERS, ImportKind.CUSTOMERS, "{}");
        ExportView view = export(ImportKind.CUSTOMERS, ExportFormat.CSV, CustomerList.ALL);

        actAs(STAFF_ID + 1, Scope.ALL);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> exports.get(view.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> exports.download(view.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> exports.delete(view.id())).isInstanceOf(NotFound.class);
        });
        assertThat(exports.after(null, 10)).isEmpty();
    }

    @Test
    void ordersThatMakeNoSenseAreRefusedAndTooManyHaveToWait() {
        assertThatThrownBy(() -> exports.start(CustomerList.ALL, ImportKind.PURCHASES, ExportFormat.VCARD))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> exports.start(new ExportOrder(
                        ImportKind.CUSTOMERS, ExportFormat.CSV, List.of("password"), CustomerList.ALL, List.of())))
                .isInstanceOf(InvalidInput.class);
        for (int i = 0; i < 3; i++) {
            exports.start(CustomerList.ALL, ImportKind.CUSTOMERS, ExportFormat.CSV);
        }
        assertThatThrownBy(() -> exports.start(CustomerList.ALL, ImportKind.CUSTOMERS, ExportFormat.CSV))
                .isInstanceOf(TooManyRequests.class);
    }

    @Test
    void ofManyThatAMemberOfStaffAsksForAtOnceOnlyAFewAreTaken() throws Exception {
        StaffUser asker = new StaffUser("asker@example.org", "Asker", Locale.ENGLISH, ZoneOffset.UTC, NOW);
        em.persist(asker);
        commit();

        assertThat(takenAtOnce(Caller.Kind.STAFF, asker.getId())).isEqualTo(3);
    }

    @Test
    void ofManyThatAProgramAsksForAtOnceOnlyAFewAreTaken() throws Exception {
        ApiToken token = new ApiToken("Asker", "0".repeat(64), null, Set.of(), NOW, null);
        em.persist(token);
        commit();

        assertThat(takenAtOnce(Caller.Kind.TOKEN, token.getId())).isEqualTo(3);
    }

    /** How many of ten orders are not told to wait, each given in a transaction of its own. */
    private int takenAtOnce(Caller.Kind kind, long account) throws Exception {
        int orders = 10;
        CyclicBarrier together = new CyclicBarrier(orders);
        actAs(kind, account, Scope.ALL);
        Caller who = caller.get();
        EntityManager ours = em;
        List<Callable<Boolean>> asked = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            em = database.factory().createEntityManager();
            start();
            asked.add(order(em, wire(exports, wire(new Jobs())), who, together));
        }
        em = ours;
        ExecutorService threads = Executors.newFixedThreadPool(orders);
        try {
            int taken = 0;
            for (Future<Boolean> answer : threads.invokeAll(asked)) {
                taken += answer.get() ? 1 : 0;
            }
            return taken;
        } finally {
            threads.shutdown();
        }
    }

    private Callable<Boolean> order(EntityManager own, ExportService service, Caller who, CyclicBarrier together) {
        return () -> {
            caller.bind(who);
            own.getTransaction().begin();
            try {
                together.await(30, TimeUnit.SECONDS);
                service.start(CustomerList.ALL, ImportKind.CUSTOMERS, ExportFormat.CSV);
                own.getTransaction().commit();
                return true;
            } catch (TooManyRequests wait) {
                own.getTransaction().rollback();
                return false;
            } finally {
                caller.bind(null);
                own.close();
            }
        };
    }

    @Test
    void whoseDataWereTakenAlongIsWrittenDownForEachOfThem() {
        run(CUSTOMERS, ImportKind.CUSTOMERS, "{}");
        run("customer,date,channel,subject\nC1,2024-03-07,phone,Asked for a price\n", ImportKind.INTERACTIONS, "{}");

        export(ImportKind.CUSTOMERS, ExportFormat.CSV, CustomerList.ALL);
        export(ImportKind.CUSTOMERS, ExportFormat.VCARD, CustomerList.search("bruno"));
        export(ImportKind.INTERACTIONS, ExportFormat.XLSX, CustomerList.ALL);

        assertThat(taken("Ana")).containsExactly(2);
        assertThat(taken("Bruno")).containsExactly(2);
        assertThat(taken("Caio")).containsExactly(1);
    }

    private List<Integer> taken(String givenName) {
        em.flush();
        em.clear();
        long id = ((Number) em.createNativeQuery("select id from customer where given_name = ?1")
                        .setParameter(1, givenName)
                        .getSingleResult())
                .longValue();
        return looks.of(id, LocalDate.of(2000, 1, 1)).stream()
                .map(AccessRow::views)
                .toList();
    }

    @Test
    void everyStepIsLoggedAndTheFileGoesWhenItsTimeIsOver() throws IOException {
        run(CUSTOMERS, ImportKind.CUSTOMERS, "{}");
        ExportView view = export(ImportKind.CUSTOMERS, ExportFormat.CSV, CustomerList.ALL);
        Path file = file(view);

        assertThat(count("audit_entry where action in ('export.started', 'export.finished', 'export.downloaded')"))
                .isEqualTo(3);
        cleaner.clean();
        assertThat(file).exists();
        em.createNativeQuery("update export_job set expires_at = {ts '2000-01-01 00:00:00'}")
                .executeUpdate();
        em.clear();
        cleaner.clean();
        assertThat(file).doesNotExist();
        assertThat(exports.get(view.id()).state()).isEqualTo(ExportState.EXPIRED);
        assertThatThrownBy(() -> exports.download(view.id())).isInstanceOf(NotFound.class);
    }

    private ExportView export(ImportKind kind, ExportFormat format, CustomerList list) {
        return finish(exports.start(list, kind, format));
    }

    private ExportView finish(ExportView started) {
        runAll(0);
        return exports.get(started.id());
    }

    /** A copy under the name that a browser would give it. */
    private Path file(ExportView view) throws IOException {
        ExportDownload download = exports.download(view.id());
        return download.file();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
