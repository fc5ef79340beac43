package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.entity.Traced;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.exchange.internal.row.CustomerRow;
import org.vinculo.crm.exchange.internal.row.CustomerRowReader;
import org.vinculo.crm.exchange.internal.row.Parsed;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerImport;
import org.vinculo.crm.party.CustomerJson;
import org.vinculo.crm.party.CustomerSeed;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.ImportKeys;
import org.vinculo.crm.party.ImportMatch;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.Normal;

/**
 * Writes the rows of a file of customers. A row whose key stood in an earlier row of the file is a duplicate and left
 * out; a row that matches a customer changes it as the policies say; the others are new.
 */
@ApplicationScoped
public class CustomerWorker implements ChunkWorker {

    /** Each customer brings some fifteen search words, and Derby locks a whole table beyond 5,000 rows. */
    private static final int ROWS = 250;

    @Inject
    CustomerImport customers;

    @Inject
    ConsentWriter consents;

    @Inject
    Settings settings;

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public int size() {
        return ROWS;
    }

    @Override
    public void pass(SourceRow row, RunState state, Assignment assignment) {
        Parsed<CustomerRow> parsed = new CustomerRowReader(state.plan(), assignment.today()).read(row);
        if (!parsed.isFaulty()) {
            isRepeated(parsed.row(), state);
        }
    }

    /** A row to be created or to change a customer. */
    private record Pending(Parsed<CustomerRow> parsed, CustomerForm form, CustomerForm before, boolean deleted) {}

    @Override
    public void work(List<SourceRow> rows, RunState state, Assignment assignment, Trace trace) {
        CustomerRowReader reader = new CustomerRowReader(state.plan(), assignment.today());
        List<Parsed<CustomerRow>> distinct = new ArrayList<>();
        for (SourceRow row : rows) {
            Parsed<CustomerRow> parsed = reader.read(row);
            if (parsed.isFaulty()) {
                trace.rowFaulty(parsed.line(), parsed.faults());
            } else if (isRepeated(parsed.row(), state)) {
                trace.rowDuplicate(parsed.line(), FieldError.of("", "exchange.row.repeated"));
            } else {
                distinct.add(parsed);
            }
        }
        List<List<ImportMatch>> matches = matches(distinct, state.plan());
        Map<Long, CustomerForm> forms = customers.forms(ids(matches), codes(state.plan()));
        CustomerForms merger = new CustomerForms(state.plan());
        List<Pending> fresh = new ArrayList<>();
        Map<Long, Pending> changed = new LinkedHashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            decide(distinct.get(i), matches.get(i), forms, merger, state.plan(), fresh, changed, trace);
        }
        tellPerhaps(fresh, state.plan(), trace);
        if (assignment.trial()) {
            fresh.forEach(each -> trace.rowCreated());
            changed.values().forEach(each -> count(each, trace));
            return;
        }
        create(fresh, state.plan(), assignment, trace);
        change(changed, state.plan(), assignment, trace);
    }

    private static List<String> codes(ImportPlan plan) {
        return plan.custom().stream().map(column -> column.field().getCode()).toList();
    }

    private void decide(
            Parsed<CustomerRow> parsed,
            List<ImportMatch> matches,
            Map<Long, CustomerForm> forms,
            CustomerForms merger,
            ImportPlan plan,
            List<Pending> fresh,
            Map<Long, Pending> changed,
            Trace trace) {
        CustomerRow row = parsed.row();
        if (matches.size() > 1) {
            trace.rowFaulty(parsed.line(), List.of(FieldError.of("", "exchange.row.severalMatches", matches.size())));
            return;
        }
        ImportMatch match = matches.isEmpty() ? null : matches.get(0);
        if (match != null && changed.containsKey(match.id())) {
            trace.rowDuplicate(parsed.line(), FieldError.of("", "exchange.row.repeated"));
            return;
        }
        CustomerForm before = match == null ? null : forms.get(match.id());
        CustomerForm form = before == null ? merger.fresh(row) : before.copy();
        if (before != null) {
            merger.merge(form, row);
        }
        List<FieldError> faults = CustomerForms.faults(form, check(form, parsed.line(), plan, trace));
        if (!faults.isEmpty()) {
            trace.rowFaulty(parsed.line(), faults);
        } else if (before == null) {
            fresh.add(new Pending(parsed, form, null, false));
        } else if (!match.deleted() && CustomerJson.write(form).equals(CustomerJson.write(before))) {
            trace.rowUnchanged();
        } else {
            changed.put(match.id(), new Pending(parsed, form, before, match.deleted()));
        }
    }

    /** What is wrong with a form. A contact loses nothing over a number that cannot be called: it goes to the notes. */
    private List<FieldError> check(CustomerForm form, long line, ImportPlan plan, Trace trace) {
        List<FieldError> errors = customers.check(form);
        if (errors.isEmpty() || !plan.source().contacts()) {
            return errors;
        }
        List<String> moved = CustomerForms.moveToNotes(form, errors, settings.language());
        moved.forEach(field -> trace.tell(line, FieldError.of(field, "exchange.row.toNotes")));
        return moved.isEmpty() ? errors : customers.check(form);
    }

    private static void count(Pending each, Trace trace) {
        if (each.deleted()) {
            trace.rowCreated();
        } else {
            trace.rowChanged();
        }
    }

    private void create(List<Pending> fresh, ImportPlan plan, Assignment assignment, Trace trace) {
        List<CustomerSeed> seeds = fresh.stream()
                .map(each -> new CustomerSeed(
                        each.form(),
                        null,
                        assignment.teamId(),
                        DataOrigin.IMPORT,
                        assignment.now(),
                        assignment.by(),
                        List.of()))
                .toList();
        List<CustomerImport.Written> written = customers.create(seeds);
        Map<Long, CustomerRow> rows = new LinkedHashMap<>();
        for (int i = 0; i < written.size(); i++) {
            trace.rowCreated();
            trace.created(Traced.CUSTOMER, written.get(i).id(), written.get(i).version());
            rows.put(written.get(i).id(), fresh.get(i).parsed().row());
        }
        consents.write(rows, plan, assignment);
    }

    private void change(Map<Long, Pending> changed, ImportPlan plan, Assignment assignment, Trace trace) {
        Map<Long, CustomerForm> forms = new LinkedHashMap<>();
        Map<Long, CustomerRow> rows = new LinkedHashMap<>();
        changed.forEach((id, each) -> {
            forms.put(id, each.form());
            rows.put(id, each.parsed().row());
        });
        for (CustomerImport.Written written : customers.save(forms, DataOrigin.IMPORT, assignment.by())) {
            Pending each = changed.get(written.id());
            count(each, trace);
            trace.changed(
                    Traced.CUSTOMER,
                    written.id(),
                    written.version(),
                    each.deleted(),
                    CustomerJson.write(each.before()));
        }
        consents.write(rows, plan, assignment);
    }

    private List<List<ImportMatch>> matches(List<Parsed<CustomerRow>> rows, ImportPlan plan) {
        Set<String> keys = keys(plan);
        List<List<ImportMatch>> found = new ArrayList<>();
        List<List<ImportMatch>> byKeys = customers.match(
                rows.stream().map(parsed -> keys(parsed.row(), keys)).toList());
        List<List<ImportMatch>> byOwnId = customers.matchPublicIds(
                rows.stream().map(parsed -> parsed.row().crmId()).toList());
        for (int i = 0; i < rows.size(); i++) {
            found.add(byOwnId.get(i).isEmpty() ? believable(rows.get(i).row(), byKeys.get(i), keys) : byOwnId.get(i));
        }
        boolean contacts = plan.source().contacts();
        if (!keys.contains(ImportField.NAME.code()) && !contacts) {
            return found;
        }
        List<List<ImportMatch>> byName = customers.matchNames(
                rows.stream().map(parsed -> fullName(parsed.row())).toList());
        for (int i = 0; i < rows.size(); i++) {
            boolean wanted = keys.contains(ImportField.NAME.code())
                    || fileKeys(rows.get(i).row(), keys).isEmpty();
            if (found.get(i).isEmpty() && wanted) {
                found.set(i, byName.get(i));
            }
        }
        return found;
    }

    private static Set<String> keys(ImportPlan plan) {
        return plan.profile().matchKeys() == null
                ? Set.of()
                : new HashSet<>(plan.profile().matchKeys());
    }

    private static ImportKeys keys(CustomerRow row, Set<String> keys) {
        return new ImportKeys(
                keys.contains(ImportField.EXTERNAL_ID.code()) ? row.externalId() : null,
                keys.contains(ImportField.TAX_ID.code()) ? row.taxId() : null,
                keys.contains(ImportField.EMAIL.code()) ? row.emails() : List.of(),
                keys.contains(ImportField.PHONE.code()) ? row.phones() : List.of());
    }

    /**
     * A customer of the same external id is the one. Other keys count only for customers that have none: the other
     * system tells two of its customers apart even when they share an address.
     */
    private static List<ImportMatch> believable(CustomerRow row, List<ImportMatch> matches, Set<String> keys) {
        if (row.externalId() == null || !keys.contains(ImportField.EXTERNAL_ID.code())) {
            return matches;
        }
        List<ImportMatch> same = matches.stream()
                .filter(match -> row.externalId().equals(match.externalId()))
                .toList();
        return same.isEmpty()
                ? matches.stream().filter(match -> match.externalId() == null).toList()
                : same;
    }

    private static Set<Long> ids(List<List<ImportMatch>> matches) {
        Set<Long> ids = new HashSet<>();
        matches.stream()
                .filter(each -> each.size() == 1)
                .forEach(each -> ids.add(each.get(0).id()));
        return ids;
    }

    /** Tells of new customers that share a number with one that is here, where the number is no key. */
    private void tellPerhaps(List<Pending> fresh, ImportPlan plan, Trace trace) {
        if (keys(plan).contains(ImportField.PHONE.code())) {
            return;
        }
        List<Pending> called = fresh.stream()
                .filter(each -> !each.parsed().row().phones().isEmpty())
                .toList();
        List<List<ImportMatch>> matches = customers.match(called.stream()
                .map(each -> new ImportKeys(
                        null, null, List.of(), each.parsed().row().phones()))
                .toList());
        for (int i = 0; i < called.size(); i++) {
            if (!matches.get(i).isEmpty()) {
                trace.tell(
                        called.get(i).parsed().line(), FieldError.of(ImportField.PHONE.code(), "exchange.row.perhaps"));
            }
        }
    }

    /** Whether a row before had the same key. */
    private static boolean isRepeated(CustomerRow row, RunState state) {
        List<String> keys = fileKeys(row, keys(state.plan()));
        boolean repeated = keys.stream().anyMatch(key -> state.seen().contains(fingerprint(key)));
        keys.forEach(key -> state.seen().add(fingerprint(key)));
        return repeated;
    }

    private static List<String> fileKeys(CustomerRow row, Set<String> keys) {
        if (row.crmId() != null) {
            return List.of("I" + row.crmId());
        }
        if (row.externalId() != null && keys.contains(ImportField.EXTERNAL_ID.code())) {
            return List.of("X" + row.externalId());
        }
        List<String> found = new ArrayList<>();
        if (row.taxId() != null && keys.contains(ImportField.TAX_ID.code())) {
            found.add("T" + row.taxId());
        }
        if (keys.contains(ImportField.EMAIL.code())) {
            row.emails().forEach(email -> found.add("E" + email));
        }
        if (keys.contains(ImportField.PHONE.code())) {
            row.phones().forEach(phone -> found.add("P" + PhoneNumbers.tail(phone)));
        }
        if (found.isEmpty() && keys.contains(ImportField.NAME.code())) {
            found.add("N" + Normal.fold(fullName(row)));
        }
        return found;
    }

    private static String fullName(CustomerRow row) {
        if (row.name() != null) {
            return row.name();
        }
        return (row.givenName() == null ? "" : row.givenName() + " ")
                + (row.familyName() == null ? "" : row.familyName());
    }

    private static long fingerprint(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
