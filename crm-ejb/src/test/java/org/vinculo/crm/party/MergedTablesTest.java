package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.document.internal.FileStore;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.party.MergeField.Choice;
import org.vinculo.crm.party.MergeRun.Row;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.MergedRecord;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerWriter;
import org.vinculo.crm.party.internal.TokenIndex;
import org.vinculo.crm.party.internal.UniqueNumbers;
import org.vinculo.crm.party.internal.WordBook;
import org.vinculo.crm.party.internal.merge.MergeFollowJob;
import org.vinculo.crm.party.internal.merge.RowStore;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.privacy.SchemaOf;
import org.vinculo.crm.privacy.internal.CopyFiles;
import org.vinculo.crm.privacy.internal.CopyWriter;
import org.vinculo.crm.privacy.internal.PersonalMap;
import org.vinculo.crm.privacy.internal.PersonalReader;
import org.vinculo.crm.purchase.internal.PurchaseSums;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.value.internal.refresh.Bulk;
import org.vinculo.crm.value.internal.refresh.StaleCustomers;

/**
 * Two records with rows in every table that knows customers, also with rows that say the same of both, become one and two
 * again: every table and the copy that the customer gets are as they were. Who changes something meanwhile is told, or is
 * part of it.
 */
class MergedTablesTest extends MergeRoomTest {

    private static final String HASH = "ab".repeat(32);

    /** What is not compared, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "search_customer", "words of searches are written anew; their search is compared instead",
            "customer_match", "which version was compared with others, which only grows",
            "customer_match_key", "keys of that comparison, made anew",
            "customer_merge", "the merge itself",
            "duplicate_pair", "tells that somebody decided",
            "value_stale", "whose figures are made anew");

    /** Codes that the rooms read while they merge. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("consent.state", "GRANTED"),
            Map.entry("attachment.sha256", HASH),
            Map.entry("consent.channel", "EMAIL"),
            Map.entry("contact_preference.frequency", "MONTHLY"),
            Map.entry("contact_point.point_type", "EMAIL"),
            Map.entry("contact_point.origin", "STAFF"),
            Map.entry("customer_need.origin", "STAFF"),
            Map.entry("interaction.channel", "PORTAL"),
            Map.entry("interaction.visibility", "CUSTOMER"),
            Map.entry("interaction.direction", "IN"),
            Map.entry("custom_field.field_type", "TEXT"),
            Map.entry("custom_field.portal", "HIDDEN"),
            Map.entry("custom_field.view_roles", ""),
            Map.entry("custom_field.edit_roles", ""),
            Map.entry("duplicate_pair.state", "OPEN"),
            Map.entry("privacy_copy.state", "EXPIRED"));

    private final String tag = "t" + Long.toString(System.nanoTime(), 36);

    @TempDir
    Path data;

    private SchemaOf schema;
    private Connection connection;
    private CopyWriter copies;
    private CustomerMerging merging;

    @BeforeEach
    void furnish() throws SQLException, IOException {
        em.createNativeQuery("delete from custom_value").executeUpdate();
        em.createNativeQuery("delete from custom_field").executeUpdate();
        connection = em.unwrap(Connection.class);
        schema = new SchemaOf(connection);
        merging = merging(em, mergers(em));
        Settings settings = Settings.of(Map.of(Setting.DATA_DIR, data.toString()));
        List<PersonalDataPart> parts = made(PersonalDataPart.class);
        FileStore store = wire(new FileStore(), settings);
        Files.createDirectories(store.path(HASH).getParent());
        Files.writeString(store.path(HASH), "a file");
        parts.forEach(part -> wire(part, store, wire(new CopyFiles(), settings)));
        PersonalMap map = wire(new PersonalMap(), all(parts));
        copies = wire(new CopyWriter(), map, wire(new PersonalReader(), map), settings);
    }

    @Test
    void everyTableAndTheCustomersCopyAreAsBefore() throws SQLException, IOException {
        String survivor = create("Ana");
        String other = create("Anna");
        String friend = create("Friend");
        fill(List.of(id(survivor), id(other)), id(friend));
        wire(new PurchaseSums()).follow(List.of(id(survivor), id(other)));
        em.flush();
        em.clear();
        Map<String, List<String>> before = dump(id(survivor), id(other));
        assertThat(before.keySet()).as("tables with rows").containsAll(compared());
        Map<String, String> copyBefore = copy(survivor, other);
        Map<String, Choice> choices = new HashMap<>();
        merging.plan(survivor, other)
                .fields()
                .forEach(field -> choices.put(field.name(), field.differs() ? Choice.OTHER : Choice.THIS));
        assertThat(choices).containsKeys("name", "owner", "team", "custom.remark");

        merge(survivor, other, choices);
        Customer one = entity(survivor);
        assertThat(one.getOwnerId()).isEqualTo(south.getId());
        assertThat(one.getTeamId()).isEqualTo(southTeam.getId());
        assertThat(custom.texts(List.of(one.getId()), custom.all()).get(one.getId()))
                .containsEntry("remark", "remark of Anna");
        long gone = before.isEmpty() ? 0 : idOf(other);
        assertThat(new RowStore(em).rows("promise", "customer_id", gone)).isEmpty();
        assertThat(new RowStore(em).rows("attachment", "customer_id", gone)).isEmpty();
        merging.split(survivor, null);
        flushAndClear();

        Map<String, List<String>> after = dump(idOf(survivor), idOf(other));
        for (String table : compared()) {
            assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
        }
        Map<String, String> copyAfter = copy(survivor, other);
        assertThat(copyAfter.keySet()).isEqualTo(copyBefore.keySet());
        copyBefore.forEach(
                (file, text) -> assertThat(copyAfter.get(file)).as(file).isEqualTo(text));
        assertThat(found("Anna")).containsExactly(other);
    }

    @Test
    void fieldsOfTheCompanyAreChosenLikeTheOthers() {
        CustomFieldService admin =
                wire(new CustomFieldService(), custom, wire(new StaffDirectory()), wire(new Jobs()), callers);
        admin.save(field("size", CustomType.CHOICE, "s = Small\nl = Large", null));
        admin.save(field("likes", CustomType.MULTI, "coffee = Coffee\ntea = Tea", null));
        admin.save(field("heads", CustomType.NUMBER, null, null));
        admin.save(field("twice", CustomType.FORMULA, null, "heads * 2"));
        CustomFieldForm secret = field("secret", CustomType.TEXT, null, null);
        admin.save(secret);
        em.flush();
        String survivor = create("Ana");
        String other = create("Anna");
        custom.write(entity(survivor), Map.of("size", "s", "heads", "3", "secret", "ours"));
        custom.write(entity(other), Map.of("size", "l", "likes", "coffee,tea", "heads", "5", "secret", "theirs"));
        CustomFieldForm hidden = admin.list().stream()
                .filter(each -> each.getCode().equals("secret"))
                .findFirst()
                .orElseThrow();
        hidden.setViewRoles(List.of("AAAAAAAAAAAAAAAAAAAAAA"));
        admin.save(hidden);
        flushAndClear();
        Map<String, String> ours = values(survivor);
        Map<String, String> theirs = values(other);

        List<MergeField> fields = merging.plan(survivor, other).fields();
        assertThat(fields)
                .filteredOn(MergeField::isCustom)
                .extracting(MergeField::name, MergeField::ours, MergeField::theirs, MergeField::proposed)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("custom.size", "Small", "Large", Choice.THIS),
                        org.assertj.core.groups.Tuple.tuple("custom.likes", "", "Coffee, Tea", Choice.OTHER),
                        org.assertj.core.groups.Tuple.tuple("custom.heads", "3", "5", Choice.THIS));
        merge(survivor, other, Map.of("custom.heads", Choice.OTHER, "custom.secret", Choice.OTHER));

        assertThat(values(survivor))
                .containsEntry("size", "s")
                .containsEntry("likes", "coffee,tea")
                .containsEntry("heads", "5")
                .containsEntry("twice", "10")
                .as("a field that the caller does not see is not chosen")
                .containsEntry("secret", "ours");
        merging.split(survivor, null);
        flushAndClear();
        assertThat(values(survivor)).isEqualTo(ours);
        assertThat(values(other)).isEqualTo(theirs);
    }

    @Test
    void whoEditsWhileTwoAreMergedIsToldOrComesFirst() throws Exception {
        for (boolean editsTheSurvivor : new boolean[] {true, false}) {
            String survivor = create("Ana");
            String other = create("Anna");
            MergePlan plan = merging.plan(survivor, other);
            CustomerForm form = service.form(editsTheSurvivor ? survivor : other);
            form.setNotes("edited meanwhile");
            commit();
            boolean[] done = together(
                    own -> merging(own, mergers(own))
                            .merge(
                                    survivor,
                                    plan.survivor().version(),
                                    other,
                                    plan.merged().version(),
                                    Map.of()),
                    own -> service(own).save(form));

            assertThat(done[0] ^ done[1]).as("one of the two").isTrue();
            em.clear();
            String notes = service.form(survivor).getNotes();
            if (done[0]) {
                assertThat(notes).doesNotContain("edited");
                assertThat(service.get(other).ref().publicId()).isEqualTo(survivor);
                merging.split(survivor, null);
                flushAndClear();
            }
            assertThat(service.form(editsTheSurvivor ? survivor : other).getNotes())
                    .isEqualTo(done[1] ? "edited meanwhile" : "notes of " + (editsTheSurvivor ? "Ana" : "Anna"));
        }
    }

    @Test
    void whatArrivesWhileTwoAreMergedEndsWithTheSurvivor() throws Exception {
        String survivor = create("Ana");
        String other = create("Anna");
        MergePlan plan = merging.plan(survivor, other);
        long gone = id(other);
        commit();
        boolean[] done = together(
                own -> merging(own, mergers(own))
                        .merge(
                                survivor,
                                plan.survivor().version(),
                                other,
                                plan.merged().version(),
                                Map.of()),
                own -> own.createNativeQuery(
                                "insert into purchase (id, version, public_id, customer_id, purchase_key,"
                                        + " purchased_at, purchased_on, kind, cancelled, currency, net_total, line_count, origin,"
                                        + " recorded_at, recorded_by) values (?1, 1, ?2, ?3, 'k', '2026-01-02 03:04:05',"
                                        + " '2026-01-02', 'SALE', false, 'BRL', 12.3400, 1, 'IMPORT', '2026-01-02 03:04:05', 'x')")
                        .setParameter(1, nextOf(own))
                        .setParameter(2, "w" + nextOf(own))
                        .setParameter(3, gone)
                        .executeUpdate());

        assertThat(done[0]).isTrue();
        follow(survivor);
        flushAndClear();
        assertThat(new RowStore(em).rows("purchase", "customer_id", gone)).isEmpty();
        assertThat(new RowStore(em).rows("purchase", "customer_id", id(survivor)))
                .hasSize(done[1] ? 1 : 0);
        merging.split(survivor, null);
        flushAndClear();
        assertThat(new RowStore(em).rows("purchase", "customer_id", gone)).hasSize(done[1] ? 1 : 0);
    }

    @Test
    void whoEditsWhileTwoAreSplitIsToldOrIsKept() throws Exception {
        String survivor = create("Ana");
        String other = create("Anna");
        merge(survivor, other, Map.of());
        CustomerForm form = service.form(survivor);
        assertThat(form.getContacts()).hasSize(2);
        form.setNotes("edited meanwhile");
        commit();
        boolean[] done = together(own -> merging(own, mergers(own)).split(survivor, null), own -> service(own)
                .save(form));

        assertThat(done[0]).as("the split").isTrue();
        em.clear();
        assertThat(service.form(survivor).getNotes()).isEqualTo(done[1] ? "edited meanwhile" : "notes of Ana");
        assertThat(service.form(survivor).getContacts()).hasSize(1);
        assertThat(service.form(other).getContacts()).hasSize(1);
        assertThat(service.form(other).getNotes()).isEqualTo("notes of Anna");
    }

    /** Something that is done in a transaction of its own. */
    private void follow(String survivor) {
        MergedRecord merge = em.createQuery(
                        "select m from MergedRecord m where m.survivorId = :id and m.splitAt is null",
                        MergedRecord.class)
                .setParameter("id", id(survivor))
                .getSingleResult();
        MergeFollowJob job = wire(new MergeFollowJob(), all(mergers(em)));
        job.step(new JobContext("x", merge.getPublicId(), null, 0, 0));
    }

    private CustomerService service(EntityManager on) {
        StaffDirectory directory = wireOn(on, new StaffDirectory());
        CustomBook book = wireOn(on, new CustomBook(), callers, directory, wireOn(on, new AuditLog(), callers));
        return wireOn(
                on,
                new CustomerService(),
                wireOn(on, new CustomerAccess(), callers),
                wireOn(on, new CustomerWriter(), callers, book),
                wireOn(on, new TokenIndex(), wireOn(on, new WordBook())),
                wireOn(on, new UniqueNumbers()),
                directory,
                callers);
    }

    private List<CustomerMerger> mergers(EntityManager on) {
        List<CustomerMerger> mergers = made(CustomerMerger.class);
        mergers.forEach(merger -> wireOn(
                on,
                merger,
                wireOn(on, new StaleCustomers(), wireOn(on, new Bulk())),
                wireOn(on, new LastContacts()),
                wireOn(on, new PurchaseSums())));
        return mergers;
    }

    /** One of each class of a kind that the rooms have. */
    private static <T> List<T> made(Class<T> kind) {
        List<T> beans = new ArrayList<>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(place -> place.contains("Merger") || place.contains("PersonalData"))
                        .importPackages("org.vinculo.crm")
                        .stream()
                        .filter(type -> type.isAssignableTo(kind)
                                && !type.isInterface()
                                && !type.getModifiers()
                                        .contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT))
                        .forEach(type -> {
                            try {
                                var constructor = type.reflect().getDeclaredConstructor();
                                constructor.setAccessible(true);
                                beans.add(kind.cast(constructor.newInstance()));
                            } catch (ReflectiveOperationException failure) {
                                throw new IllegalStateException(type.getName(), failure);
                            }
                        });
        return beans;
    }

    private String create(String given) {
        CustomerForm form = person(given, tag);
        form.setNotes("notes of " + given);
        form.getContacts().add(contact(ContactPointType.EMAIL, given + tag + "@example.org"));
        String id = service.create(form).ref().publicId();
        if (given.equals("Anna")) {
            entity(id).assignTo(south.getId(), southTeam.getId());
        }
        flushAndClear();
        return id;
    }

    private static CustomFieldForm field(String code, CustomType type, String choices, String formula) {
        CustomFieldForm form = new CustomFieldForm();
        form.setCode(code);
        form.setType(type);
        form.setLabel("Label of " + code);
        form.setChoices(choices);
        form.setFormula(formula);
        form.setCurrency(null);
        form.setPortal(CustomPortal.HIDDEN);
        return form;
    }

    private Map<String, String> values(String publicId) {
        long id = idOf(publicId);
        return new TreeMap<>(custom.texts(List.of(id), custom.all()).getOrDefault(id, Map.of()));
    }

    private void merge(String survivor, String other, Map<String, Choice> choices) {
        flushAndClear();
        MergePlan plan = merging.plan(survivor, other);
        merging.merge(survivor, plan.survivor().version(), other, plan.merged().version(), choices);
        flushAndClear();
    }

    private long id(String publicId) {
        return service.get(publicId).ref().id();
    }

    /** Of the record itself, also while it is a part of another. */
    private long idOf(String publicId) {
        return entity(publicId).getId();
    }

    private List<String> found(String text) {
        return service
                .list(CustomerList.search(text + " " + tag), org.vinculo.crm.shared.PageRequest.of(0, 10))
                .items()
                .stream()
                .map(CustomerRow::publicId)
                .toList();
    }

    private Set<String> compared() {
        Set<String> tables = new TreeSet<>();
        mergers(em).forEach(merger -> tables.addAll(merger.tables()));
        tables.removeAll(LEFT_OUT.keySet());
        return tables;
    }

    /** Each table with its rows of both, without counters of versions and without what the merge wrote into the trail. */
    private Map<String, List<String>> dump(long one, long other) throws SQLException {
        RowStore store = new RowStore(em);
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : compared()) {
            List<String> rows = new ArrayList<>();
            for (String column : columnsOf(table)) {
                for (long id : new long[] {one, other}) {
                    for (Row row : store.rows(table, column, id)) {
                        Map<String, String> values = new TreeMap<>(row.values());
                        values.remove("version");
                        if (!table.equals("audit_entry") || !row.get("action").startsWith("customer")) {
                            rows.add(values.toString());
                        }
                    }
                }
            }
            if (!rows.isEmpty()) {
                all.put(table, rows.stream().sorted().toList());
            }
        }
        return all;
    }

    private Set<String> columnsOf(String table) throws SQLException {
        Set<String> columns = new TreeSet<>();
        if (table.equals("customer")) {
            return Set.of("id");
        }
        if (schema.columns(table).containsKey("customer_id")) {
            columns.add("customer_id");
        }
        schema.references(table).forEach((column, to) -> {
            if (to.equals("customer")) {
                columns.add(column);
            }
        });
        return columns;
    }

    private Map<String, String> copy(String... publicIds) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        for (String publicId : publicIds) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            copies.write(customers.find(idOf(publicId)).orElseThrow(), out);
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (!entry.getName().equals("csv/customer_merge.csv")) {
                        entries.put(
                                publicId + "/" + entry.getName(), withoutTheMerge(entry.getName(), zip.readAllBytes()));
                    }
                }
            }
        }
        return entries;
    }

    /** The copy tells of the merge and the split in the trail and in a table; everything else is compared byte by byte. */
    private static String withoutTheMerge(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (name.equals("data.json")) {
            return sections(text);
        }
        return Stream.of(text.split("\n"))
                .filter(line -> !line.contains("customerMerged")
                        && !line.contains("customerSplit")
                        && !line.startsWith("customer_merge"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static String sections(String text) {
        StringBuilder told = new StringBuilder();
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            reader.readObject().getJsonArray("sections").getValuesAs(JsonObject.class).stream()
                    .filter(section -> !section.getString("kind").equals("customer_merge"))
                    .forEach(section -> {
                        told.append(section.getString("kind")).append('\n');
                        section.getJsonArray("rows").stream()
                                .map(Object::toString)
                                .filter(row -> !row.contains("customerMerged") && !row.contains("customerSplit"))
                                .forEach(row -> told.append(row).append('\n'));
                    });
        }
        return told.toString();
    }

    /** A row in every table for each of the two; where two may say the same, the second one also says what the first does. */
    private void fill(List<Long> both, long friend) throws SQLException {
        Map<String, Long> parents = new HashMap<>();
        long field = insert("custom_field", both.get(0), Map.of("code", "remark"), parents);
        Set<String> tables = new TreeSet<>(compared());
        tables.removeAll(Set.of("customer", "custom_value"));
        for (String table : tables) {
            List<Row> first = new ArrayList<>();
            for (long customer : both) {
                Map<String, Object> values = new HashMap<>();
                if (table.equals("customer_relation")) {
                    values.put("from_id", customer);
                    values.put("to_id", friend);
                }
                if (new RowStore(em)
                        .rows(table, columnsOf(table).iterator().next(), customer)
                        .isEmpty()) {
                    insert(table, customer, values, parents);
                }
                for (String column : columnsOf(table)) {
                    if (customer == both.get(0)) {
                        first.addAll(new RowStore(em).rows(table, column, customer));
                    }
                }
            }
            for (Row row : first) {
                twin(table, row, both.get(1));
            }
        }
        for (int i = 0; i < 2; i++) {
            String text = i == 0 ? "remark of Ana" : "remark of Anna";
            Map<String, Object> values = new HashMap<>();
            values.put("field_id", field);
            values.put("text_value", text);
            values.put("text_key", text.toLowerCase(java.util.Locale.ROOT));
            values.put("number_value", null);
            values.put("date_value", null);
            insert("custom_value", both.get(i), values, parents);
        }
    }

    /** The same row for the other customer, unless only one customer can have it. */
    private void twin(String table, Row row, long customer) throws SQLException {
        boolean known = row.values().containsKey("id");
        String owner = table.equals("customer_relation") ? "from_id" : "customer_id";
        List<String> names = List.copyOf(schema.columns(table).keySet());
        List<String> values = names.stream()
                .map(name -> name.equals(owner)
                        ? String.valueOf(customer)
                        : name.equals("id")
                                ? String.valueOf(next())
                                : name.equals("public_id") ? "'p" + next() + "'" : name)
                .toList();
        String which = known ? "id = " + row.id() : owner + " = " + row.get(owner);
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " ("
                + String.join(", ", names) + ") select " + String.join(", ", values) + " from " + table + " where "
                + which)) {
            insert.executeUpdate();
            connection.releaseSavepoint(before);
        } catch (SQLException onlyOne) {
            connection.rollback(before);
        }
    }

    private long insert(String table, long customer, Map<String, Object> given, Map<String, Long> parents)
            throws SQLException {
        Map<String, String> references = schema.references(table);
        Map<String, Object> values = new LinkedHashMap<>();
        long id = next();
        for (SchemaOf.Column column : schema.columns(table).values()) {
            String name = column.name();
            Object value;
            if (given.containsKey(name)) {
                value = given.get(name);
            } else if (name.equals("id")) {
                value = id;
            } else if (name.equals("customer_id") || "customer".equals(references.get(name))) {
                value = customer;
            } else if (references.containsKey(name)) {
                value = column.nullable() ? null : parent(references.get(name), customer, parents);
            } else {
                value = usual(table, column, id);
            }
            values.put(name, value);
        }
        List<String> names = List.copyOf(values.keySet());
        try (PreparedStatement statement = connection.prepareStatement("insert into " + table + " ("
                + String.join(", ", names) + ") values ("
                + String.join(", ", names.stream().map(name -> "?").toList()) + ")")) {
            for (int i = 0; i < names.size(); i++) {
                Object value = values.get(names.get(i));
                if (value == null) {
                    statement.setNull(
                            i + 1, schema.columns(table).get(names.get(i)).type());
                } else {
                    statement.setObject(i + 1, value);
                }
            }
            statement.executeUpdate();
        }
        return id;
    }

    private static Object usual(String table, SchemaOf.Column column, long id) {
        String code = CODES.get(table + "." + column.name());
        if (code != null) {
            return code;
        }
        if (column.name().endsWith("_at") && column.nullable()) {
            return null;
        }
        return switch (column.type()) {
            case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR -> {
                String text = column.size() < 15 ? Long.toString(id % 1_000_000, 36) : "t" + id;
                yield text.length() <= column.size() ? text : text.substring(text.length() - column.size());
            }
            case Types.TIMESTAMP -> Timestamp.from(NOW);
            case Types.DATE -> java.sql.Date.valueOf("2026-11-20");
            case Types.BOOLEAN, Types.BIT -> false;
            case Types.BIGINT -> column.nullable() ? null : Long.valueOf(1);
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> Double.valueOf(1);
            case Types.NUMERIC, Types.DECIMAL -> java.math.BigDecimal.ONE;
            default -> Integer.valueOf(1);
        };
    }

    private long parent(String table, long customer, Map<String, Long> parents) throws SQLException {
        if (!parents.containsKey(table)) {
            try (PreparedStatement statement = connection.prepareStatement("select max(id) from " + table);
                    ResultSet found = statement.executeQuery()) {
                found.next();
                long newest = found.getLong(1);
                parents.put(table, newest != 0 ? newest : insert(table, customer, Map.of(), parents));
            }
        }
        return parents.get(table);
    }

    private long next() {
        return nextOf(em);
    }

    private static long nextOf(EntityManager on) {
        return ((Number) on.unwrap(org.eclipse.persistence.internal.sessions.AbstractSession.class)
                        .getSequencing()
                        .getNextValue(Customer.class))
                .longValue();
    }
}
