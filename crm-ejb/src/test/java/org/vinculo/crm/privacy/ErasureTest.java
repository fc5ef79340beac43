package org.vinculo.crm.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.document.internal.FileStore;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.privacy.internal.CopyWriter;
import org.vinculo.crm.privacy.internal.PersonalMap;
import org.vinculo.crm.shared.PersonalFate;
import org.vinculo.crm.shared.PersonalTable;

/**
 * A person with an unusual mark in every text that the rooms declare, in an uploaded file and in a copy: after the
 * erasure the mark is nowhere, neither in any text of any table nor in the data folder, and somebody else is untouched.
 */
class ErasureTest extends PrivacyRoomTest {

    private static final String MARK = "quokkamark";
    private static final String EMAIL = MARK + "@example.org";
    private static final String PHONE_TAIL = "873650129";
    private static final String OTHER = "numbatmark";

    /** Texts of rows that stay. All of them are codes, numbers of documents or what was bought. */
    private static final Set<String> STAYS = Set.of(
            "account.language",
            "account.public_id",
            "account.realm",
            "account.theme",
            "account.zone",
            "audit_entry.action",
            "audit_entry.actor_kind",
            "audit_entry.correlation_id",
            "audit_entry.entity",
            "audit_entry.entity_id",
            "consent_evidence.actor_kind",
            "consent_evidence.after_value",
            "consent_evidence.before_value",
            "consent_evidence.channel",
            "consent_evidence.public_id",
            "consent_evidence.source",
            "consent_evidence.topic",
            "consent_evidence.wording_language",
            "customer.acquired_via",
            "customer.country",
            "customer.deleted_by",
            "customer.kind",
            "customer.preferred_language",
            "customer.public_id",
            "customer.stage",
            "privacy_erasure.job_id",
            "privacy_erasure.public_id",
            "privacy_erasure.report",
            "privacy_erasure.started_by",
            "privacy_erasure.state",
            "privacy_request.kind",
            "privacy_request.public_id",
            "privacy_request.state",
            "purchase.channel",
            "purchase.currency",
            "purchase.document_number",
            "purchase.kind",
            "purchase.origin",
            "purchase.public_id",
            "purchase.purchase_key",
            "purchase.recorded_by",
            "purchase.return_of",
            "purchase_line.description",
            "purchase_line.product",
            "purchase_line.row_key",
            "purchase_sum.currency",
            "purchase_sum.kind");

    private Connection connection;
    private SchemaOf schema;
    private long next = 8_000_000_000L;

    @BeforeEach
    void connect() throws SQLException {
        connection = em.unwrap(Connection.class);
        schema = new SchemaOf(connection);
    }

    @Test
    void theMarkIsEverywhereBeforeAndNowhereAfter() throws SQLException, IOException {
        long customer = person(MARK, EMAIL, PHONE_TAIL);
        long other = person(OTHER, OTHER + "@example.org", "514729306");
        importedFile(customer);
        copy(customer);
        Set<String> expected = new TreeSet<>();
        map.tables().stream()
                .map(PersonalMap.Entry::table)
                .filter(table -> table.spokenOf().stream().anyMatch(column -> isMarked(table, column)))
                .forEach(table -> expected.add(table.table()));

        Set<String> before = places(MARK, PHONE_TAIL);
        List<ErasureLine> dryRun = eraser.preview(customer);
        Set<String> afterDryRun = places(MARK, PHONE_TAIL);
        Set<String> othersBefore = places(OTHER, "514729306");
        for (int place = 0; place < eraser.steps(); place++) {
            eraser.step(customer, place);
            em.flush();
        }
        em.clear();

        assertThat(before.stream().map(place -> place.replaceAll("\\..*", ""))).containsAll(expected);
        assertThat(before).contains("file copies", "file imports", "import_note.args");
        assertThat(afterDryRun).as("a trial run changes nothing").isEqualTo(before);
        assertThat(dryRun).extracting(ErasureLine::code).contains("customer", "purchase", "import_file", "copy_file");
        assertThat(dryRun)
                .filteredOn(line -> line.fate() != PersonalFate.DELETED)
                .allSatisfy(line -> assertThat(line.ground()).isNotNull());
        assertThat(places(MARK, PHONE_TAIL)).as("where the mark still stands").isEmpty();
        assertThat(places(OTHER, "514729306"))
                .as("somebody else's data, apart from files that held both")
                .isEqualTo(othersBefore);
        assertThat(count("purchase", customer))
                .as("purchases stay for the tax authorities")
                .isPositive();
        assertThat(count("interaction", customer)).isZero();
    }

    /** As the customer gets it: all that is told of them, the files too, and nothing of the person beside them. */
    @Test
    void theCopyHoldsAllOfThePersonAndNothingOfAnybodyElse() throws SQLException, IOException {
        long customer = person(MARK, EMAIL, PHONE_TAIL);
        long other = person(OTHER, OTHER + "@example.org", "514729306");
        Settings settings = Settings.of(Map.of(Setting.DATA_DIR, data.toString()));
        FileStore store = wire(new FileStore(), settings);
        attached(store, customer, MARK + " in a file");
        attached(store, other, OTHER + " in a file");
        CopyWriter writer = wire(new CopyWriter(), map, reader, settings);

        Map<String, String> copy = copied(writer, customer);

        Set<String> missing = new TreeSet<>();
        for (PersonalMap.Entry entry : map.tables()) {
            PersonalTable table = entry.table();
            boolean marked = table.fate() != PersonalFate.KEPT
                    && table.columns().stream().anyMatch(column -> isMarked(table, column));
            String csv = copy.getOrDefault("csv/" + table.code() + ".csv", "");
            if (table.exported() && marked && !csv.contains(MARK)) {
                missing.add(table.code());
            }
        }
        assertThat(missing).as("tables of which the copy tells nothing").isEmpty();
        assertThat(copy).hasSizeGreaterThan(30);
        assertThat(copy.entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("files/"))
                .extracting(Map.Entry::getValue)
                .containsExactly(MARK + " in a file");
        assertThat(copy)
                .allSatisfy(
                        (name, text) -> assertThat(text).as(name).doesNotContain(OTHER, "514729306", publicId(other)));

        Files.delete(store.path(hash(customer)));
        assertThat(copied(writer, customer))
                .as("a file that was lost on the disk takes nothing else away")
                .containsKey("data.json")
                .noneSatisfy((name, text) -> assertThat(name).startsWith("files/"));
    }

    private void attached(FileStore store, long customer, String content) throws IOException {
        Path place = store.path(hash(customer));
        Files.createDirectories(place.getParent());
        Files.writeString(place, content);
    }

    private String hash(long customer) {
        return (String) em.createNativeQuery("select sha256 from attachment where customer_id = ?1")
                .setParameter(1, customer)
                .getSingleResult();
    }

    private Map<String, String> copied(CopyWriter writer, long customer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(
                new CustomerRef(
                        customer,
                        publicId(customer),
                        null,
                        MARK,
                        CustomerKind.PERSON,
                        CustomerStage.CUSTOMER,
                        Locale.ENGLISH,
                        null,
                        null,
                        false),
                out);
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void anErasureThatWasInterruptedIsDoneAgainWithoutHarm() throws SQLException, IOException {
        long customer = person(MARK, EMAIL, PHONE_TAIL);
        importedFile(customer);
        for (int place = 0; place < eraser.steps() - 2; place++) {
            eraser.step(customer, place);
        }

        for (int place = 0; place < eraser.steps(); place++) {
            eraser.step(customer, place);
        }
        for (int place = 0; place < eraser.steps(); place++) {
            eraser.step(customer, place);
        }

        assertThat(places(MARK, PHONE_TAIL)).isEmpty();
    }

    @Test
    void textsOfRowsThatStayAreKnown() {
        Set<String> stay = new TreeSet<>();
        map.tables().stream()
                .map(PersonalMap.Entry::table)
                .filter(table -> table.fate() != PersonalFate.DELETED)
                .forEach(table -> schema.columns(table.table()).values().stream()
                        .filter(SchemaOf.Column::isText)
                        .map(column -> table.table() + "." + column.name())
                        .forEach(stay::add));
        map.tables().forEach(entry -> entry.table()
                .emptied()
                .keySet()
                .forEach(column -> stay.remove(entry.table().table() + "." + column)));

        assertThat(stay)
                .as("texts of rows that outlive an erasure: is nothing of the person in them?")
                .isEqualTo(new TreeSet<>(STAYS));
    }

    private boolean isMarked(PersonalTable table, String column) {
        SchemaOf.Column found = schema.columns(table.table()).get(column);
        return found != null
                && found.isText()
                && found.size() >= MARK.length()
                && !STAYS.contains(table.table() + "." + column)
                && !CODES.containsKey(table.table() + "." + column);
    }

    /** Columns that hold a code, because something is found by it. */
    private static final Map<String, String> CODES = codes();

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        codes.put("customer.kind", "PERSON");
        codes.put("customer.stage", "CUSTOMER");
        codes.put("customer.preferred_language", "en");
        codes.put("customer.acquired_via", "WEB");
        codes.put("customer.zone", "America/Sao_Paulo");
        codes.put("contact_point.point_type", "EMAIL");
        codes.put("contact_point.origin", "STAFF");
        codes.put("account.realm", "CUSTOMER");
        codes.put("account.status", "ACTIVE");
        codes.put("sign_in_log.realm", "CUSTOMER");
        codes.put("login_session.realm", "CUSTOMER");
        codes.put("login_session.state", "ENDED");
        codes.put("account_request.realm", "CUSTOMER");
        codes.put("audit_entry.actor_kind", "CUSTOMER");
        codes.put("import_changed.what", "CUSTOMER");
        codes.put("custom_field.field_type", "TEXT");
        codes.put("custom_field.portal", "HIDDEN");
        codes.put("privacy_copy.state", "READY");
        codes.put("privacy_copy.stored_name", "nocopy7890123456789012.zip");
        codes.put("import_file.kind", "CUSTOMERS");
        codes.put("import_file.profile", "{\"columns\":{\"name\":\"name\",\"email\":\"email\"}}");
        codes.put("privacy_request.state", "WITHDRAWN");
        codes.put("record_view.actor_kind", "STAFF");
        return codes;
    }

    /** A customer and one row in every table that is declared, with the mark in every text. */
    private long person(String mark, String email, String phoneTail) throws SQLException {
        Map<String, Object> fixed = new HashMap<>();
        long customer = insert("customer", mark, fixed);
        fixed.put("customer_id", customer);
        fixed.put("customer.public_id", publicId(customer));
        fixed.put("email", email);
        fixed.put("email_norm", email);
        fixed.put("normal_value", email);
        fixed.put("point_value", email);
        fixed.put("to_address", email);
        fixed.put("token", mark);
        fixed.put("word", mark);
        fixed.put("variant", mark);
        insert("contact_point", mark, fixed);
        Map<String, Object> phone = new HashMap<>(fixed);
        phone.put("point_type", "PHONE");
        phone.put("normal_value", "+5511" + phoneTail);
        phone.put("point_value", "+5511" + phoneTail);
        phone.put("phone_tail", phoneTail);
        insert("contact_point", mark, phone);
        long account = insert("account", mark, fixed);
        fixed.put("account_id", account);
        fixed.put("actor_id", account);
        fixed.put("portal_membership.account_id", account);
        insert("portal_membership", mark, fixed);
        long purchase = insert("purchase", "x", fixed);
        fixed.put("purchase_id", purchase);
        fixed.put("entity_id", customer);
        Set<String> done =
                new TreeSet<>(Set.of("customer", "contact_point", "account", "portal_membership", "purchase"));
        Map<String, PersonalTable> tables = new LinkedHashMap<>();
        map.tables().forEach(entry -> tables.putIfAbsent(entry.table().table(), entry.table()));
        for (Map.Entry<String, String> own : Map.of("appointment", "appointment_id", "customer_merge", "merge_id")
                .entrySet()) {
            fixed.put(own.getValue(), insert(tables.get(own.getKey()), mark, fixed));
            done.add(own.getKey());
        }
        for (PersonalTable table : tables.values()) {
            if (done.add(table.table())) {
                insert(table, mark, fixed);
            }
        }
        return customer;
    }

    private long insert(PersonalTable table, String mark, Map<String, Object> fixed) throws SQLException {
        return insert(table.table(), table.fate() == PersonalFate.KEPT ? "x" : mark, fixed);
    }

    private String publicId(long customer) {
        return (String) em.createNativeQuery("select public_id from customer where id = ?1")
                .setParameter(1, customer)
                .getSingleResult();
    }

    private long insert(String table, String mark, Map<String, Object> fixed) throws SQLException {
        Map<String, String> references = schema.references(table);
        Map<String, Object> values = new HashMap<>();
        long id = next++;
        for (SchemaOf.Column column : schema.columns(table).values()) {
            values.put(column.name(), value(table, column, mark, fixed, references, id));
        }
        List<String> names = List.copyOf(values.keySet());
        String marks = String.join(", ", names.stream().map(name -> "?").toList());
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into " + table + " (" + String.join(", ", names) + ") values (" + marks + ")")) {
            for (int i = 0; i < names.size(); i++) {
                SchemaOf.Column column = schema.columns(table).get(names.get(i));
                Object value = values.get(names.get(i));
                if (value == null) {
                    statement.setNull(i + 1, column.type());
                } else {
                    statement.setObject(i + 1, value);
                }
            }
            statement.executeUpdate();
        }
        return id;
    }

    private Object value(
            String table,
            SchemaOf.Column column,
            String mark,
            Map<String, Object> fixed,
            Map<String, String> references,
            long id)
            throws SQLException {
        String name = column.name();
        String code = CODES.get(table + "." + name);
        if (name.equals("id")) {
            return id;
        }
        if (name.equals("stored_name") && code == null && !fixed.containsKey(name)) {
            return "parent0123456789012345.upload";
        }
        if (table.equals("contact_point") && name.equals("point_type") && fixed.containsKey(name)) {
            return fixed.get(name);
        }
        if (code != null) {
            return code;
        }
        if (STAYS.contains(table + "." + name) && column.isText()) {
            return cut("k" + id, column.size());
        }
        if (fixed.containsKey(name) && !(column.isText() && fixed.get(name) instanceof Long)) {
            return fixed.get(name);
        }
        if (references.containsKey(name)) {
            return column.nullable() ? null : parent(references.get(name), fixed);
        }
        if (name.equals("removed_at") || name.equals("erased_at") || name.equals("deleted_at")) {
            return null;
        }
        return switch (column.type()) {
            case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR -> text(table, column, mark, fixed, id);
            case Types.TIMESTAMP -> Timestamp.from(NOW);
            case Types.DATE -> java.sql.Date.valueOf("2026-11-20");
            case Types.BOOLEAN, Types.BIT -> name.equals("by_customer");
            case Types.BIGINT -> column.nullable() ? null : Long.valueOf(1);
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> Double.valueOf(1);
            case Types.NUMERIC, Types.DECIMAL -> java.math.BigDecimal.ONE;
            default -> Integer.valueOf(1);
        };
    }

    /** The mark, with a number where it has room for one, because some texts are unique. */
    private static String text(String table, SchemaOf.Column column, String mark, Map<String, Object> fixed, long id) {
        if (table.equals("idempotent_request") && column.name().equals("body")) {
            return "{\"id\":\"" + fixed.get("customer.public_id") + "\",\"name\":\"" + mark + "\"}";
        }
        if (table.equals("notice") && column.name().equals("link")) {
            return "/customers/view?" + mark + "&id=" + fixed.get("customer.public_id");
        }
        if (column.size() < mark.length()) {
            return cut("k", column.size());
        }
        return cut(mark + " " + id, column.size());
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private Object parent(String table, Map<String, Object> fixed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select max(id) from " + table);
                ResultSet found = statement.executeQuery()) {
            found.next();
            long id = found.getLong(1);
            return id > 0 ? id : insert(table, "x", fixed);
        }
    }

    /** A file in which the person stands beside others, with a faulty row of theirs. */
    private void importedFile(long customer) throws SQLException, IOException {
        String stored = "quokka0123456789012345.upload";
        Files.writeString(
                importFiles.path(stored),
                "name,email,phone\nSomebody,some@example.org,1\n" + MARK + "," + EMAIL + ",2\n");
        Map<String, Object> fixed = new HashMap<>();
        fixed.put("stored_name", stored);
        fixed.put("kind", "CUSTOMERS");
        fixed.put("profile", "{\"columns\":{\"name\":\"name\",\"email\":\"email\"}}");
        long file = insert("import_file", "x", fixed);
        fixed.put("file_id", file);
        fixed.put("state", "COMPLETED");
        long job = insert("import_job", "x", fixed);
        fixed.put("import_id", job);
        fixed.put("note_kind", "FAULT");
        fixed.put("line_no", 3L);
        fixed.put("args", MARK + " is no number");
        insert("import_note", "x", fixed);
        assertThat(customer).isPositive();
    }

    private void copy(long customer) throws IOException {
        Files.writeString(copyFiles.path("copy567890123456789012.zip"), MARK);
        em.createNativeQuery("update privacy_copy set stored_name = ?1 where customer_id = ?2")
                .setParameter(1, "copy567890123456789012.zip")
                .setParameter(2, customer)
                .executeUpdate();
    }

    private long count(String table, long customer) {
        return ((Number) em.createNativeQuery("select count(*) from " + table + " where customer_id = ?1")
                        .setParameter(1, customer)
                        .getSingleResult())
                .longValue();
    }

    /** Every text column of every table, and every folder of the data folder, in which one of the words stands. */
    private Set<String> places(String... words) throws SQLException, IOException {
        Set<String> places = new TreeSet<>();
        for (String table : schema.tables()) {
            for (SchemaOf.Column column : schema.columns(table).values()) {
                if (column.isText() && stands(table, column, words)) {
                    places.add(table + "." + column.name());
                }
            }
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text =
                        Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                if (Stream.of(words).anyMatch(text::contains)) {
                    places.add("file " + data.relativize(file).getName(0));
                }
            }
        }
        return places;
    }

    private boolean stands(String table, SchemaOf.Column column, String... words) throws SQLException {
        String condition = String.join(
                " or ",
                Stream.of(words)
                        .map(word -> "lower(" + column.name() + ") like ?")
                        .toList());
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from " + table + " where " + condition)) {
            for (int i = 0; i < words.length; i++) {
                statement.setString(i + 1, "%" + words[i] + "%");
            }
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1) > 0;
            }
        }
    }
}
