package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.entity.Traced;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerImport;
import org.vinculo.crm.party.CustomerJson;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerSeed;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.ImportKeys;
import org.vinculo.crm.party.ImportMatch;
import org.vinculo.crm.shared.FieldError;

/** Finds the customers that a file refers to, and creates them where the profile says so. */
@ApplicationScoped
public class CustomerFinder {

    /** Stands in a trial for a customer that would be created. */
    private static final long NOBODY = -1;

    private static final int AT_ONCE = 250;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerImport customers;

    @Inject
    Customers parties;

    /**
     * A reference of the file.
     *
     * @param name what to call the customer when it has to be created, or null
     */
    public record Reference(String text, String name) {}

    /**
     * The customers behind references.
     *
     * @param ids internal ids; -1 for customers that a trial would create
     * @param faults why there is none
     */
    public record Found(Map<String, Long> ids, Map<String, FieldError> faults) {}

    public Found find(Collection<Reference> references, RunState state, Assignment assignment, Trace trace) {
        Map<String, Long> ids = new HashMap<>();
        Map<String, FieldError> faults = new HashMap<>();
        Map<String, Reference> unknown = new LinkedHashMap<>();
        Set<Long> gone = parties.gone(remembered(references, state));
        for (Reference reference : references) {
            var known = state.customer(reference.text());
            if (known == null || known.filter(gone::contains).isPresent()) {
                unknown.putIfAbsent(reference.text(), reference);
            } else if (known.isPresent()) {
                ids.put(reference.text(), known.get());
            } else {
                faults.put(reference.text(), missing());
            }
        }
        List<Reference> asked = List.copyOf(unknown.values());
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            look(asked.subList(from, Math.min(asked.size(), from + AT_ONCE)), state, assignment, trace, ids, faults);
        }
        return new Found(ids, faults);
    }

    /** The customers whom an earlier chunk has found: somebody may have merged or deleted them since. */
    private static Set<Long> remembered(Collection<Reference> references, RunState state) {
        return references.stream()
                .map(reference -> state.customer(reference.text()))
                .filter(Objects::nonNull)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /**
     * Asks after rows were written for them: whoever merges or deletes one of them from now on waits for the present
     * transaction.
     *
     * @throws RuntimeException that has the chunk tried again, when one of them is gone since they were found
     */
    public void stillThere(Collection<Long> ids) {
        em.flush();
        if (!parties.gone(Set.copyOf(ids)).isEmpty()) {
            throw Conflicts.anotherTry("a customer was merged or deleted meanwhile", null);
        }
    }

    private void look(
            List<Reference> references,
            RunState state,
            Assignment assignment,
            Trace trace,
            Map<String, Long> ids,
            Map<String, FieldError> faults) {
        Map<String, List<ImportMatch>> matches = matches(references, keys(state.plan()));
        List<Reference> missing = new ArrayList<>();
        Map<Long, String> deleted = new LinkedHashMap<>();
        for (Reference reference : references) {
            List<ImportMatch> found = matches.getOrDefault(reference.text(), List.of());
            if (found.size() > 1) {
                faults.put(
                        reference.text(),
                        FieldError.of(ImportField.CUSTOMER_REF.code(), "exchange.row.severalCustomers"));
            } else if (found.isEmpty() && state.plan().profile().createsMissingCustomers()) {
                missing.add(reference);
            } else if (found.isEmpty()) {
                faults.put(reference.text(), missing());
                state.remember(reference.text(), null);
            } else if (found.get(0).deleted() && !state.plan().profile().createsMissingCustomers()) {
                faults.put(
                        reference.text(),
                        FieldError.of(ImportField.CUSTOMER_REF.code(), "exchange.row.deletedCustomer"));
            } else {
                if (found.get(0).deleted()) {
                    deleted.put(found.get(0).id(), reference.text());
                }
                ids.put(reference.text(), found.get(0).id());
                state.remember(reference.text(), found.get(0).id());
            }
        }
        if (!assignment.trial()) {
            bringBack(deleted.keySet(), assignment, trace);
        }
        create(missing, state, assignment, trace, ids);
    }

    private static FieldError missing() {
        return FieldError.of(ImportField.CUSTOMER_REF.code(), "exchange.row.noCustomer");
    }

    /** The keys in the profile's order; the first one that finds somebody counts. */
    private static List<ImportField> keys(ImportPlan plan) {
        List<ImportField> keys = new ArrayList<>();
        for (String code : plan.profile().matchKeys() == null
                ? List.<String>of()
                : plan.profile().matchKeys()) {
            for (ImportField field : List.of(
                    ImportField.EXTERNAL_ID,
                    ImportField.EMAIL,
                    ImportField.TAX_ID,
                    ImportField.PHONE,
                    ImportField.NAME)) {
                if (field.code().equals(code)) {
                    keys.add(field);
                }
            }
        }
        return keys.isEmpty() ? List.of(ImportField.EXTERNAL_ID) : keys;
    }

    private Map<String, List<ImportMatch>> matches(List<Reference> references, List<ImportField> keys) {
        Map<String, List<ImportMatch>> found = new HashMap<>();
        List<Reference> open = new ArrayList<>(references);
        for (ImportField key : keys) {
            List<String> texts = open.stream().map(Reference::text).toList();
            List<List<ImportMatch>> answers = key == ImportField.NAME
                    ? customers.matchNames(texts)
                    : customers.match(
                            texts.stream().map(text -> asKey(key, text)).toList());
            for (int i = 0; i < texts.size(); i++) {
                if (!answers.get(i).isEmpty()) {
                    found.put(texts.get(i), answers.get(i));
                }
            }
            open.removeIf(reference -> found.containsKey(reference.text()));
        }
        List<String> own = open.stream().map(Reference::text).toList();
        List<List<ImportMatch>> byOwnId = customers.matchPublicIds(own);
        for (int i = 0; i < own.size(); i++) {
            if (!byOwnId.get(i).isEmpty()) {
                found.put(own.get(i), byOwnId.get(i));
            }
        }
        return found;
    }

    private static ImportKeys asKey(ImportField key, String text) {
        return switch (key) {
            case EMAIL -> new ImportKeys(null, null, List.of(text), List.of());
            case TAX_ID -> new ImportKeys(null, text, List.of(), List.of());
            case PHONE -> new ImportKeys(null, null, List.of(), List.of(text));
            default -> new ImportKeys(text, null, List.of(), List.of());
        };
    }

    private void bringBack(Set<Long> ids, Assignment assignment, Trace trace) {
        if (ids.isEmpty()) {
            return;
        }
        Map<Long, CustomerForm> forms = customers.forms(ids);
        Map<Long, CustomerForm> before = new LinkedHashMap<>();
        forms.forEach((id, form) -> before.put(id, form.copy()));
        customers
                .save(forms, DataOrigin.IMPORT, assignment.by())
                .forEach(written -> trace.changed(
                        Traced.CUSTOMER,
                        written.id(),
                        written.version(),
                        true,
                        CustomerJson.write(before.get(written.id()))));
    }

    private void create(
            List<Reference> missing, RunState state, Assignment assignment, Trace trace, Map<String, Long> ids) {
        if (missing.isEmpty()) {
            return;
        }
        if (assignment.trial()) {
            missing.forEach(reference -> {
                ids.put(reference.text(), NOBODY);
                state.remember(reference.text(), NOBODY);
            });
            return;
        }
        List<CustomerSeed> seeds = missing.stream()
                .map(reference -> seed(reference, state.plan(), assignment))
                .toList();
        List<CustomerImport.Written> written = customers.create(seeds);
        for (int i = 0; i < missing.size(); i++) {
            ids.put(missing.get(i).text(), written.get(i).id());
            state.remember(missing.get(i).text(), written.get(i).id());
            trace.created(Traced.CUSTOMER, written.get(i).id(), written.get(i).version());
        }
    }

    private CustomerSeed seed(Reference reference, ImportPlan plan, Assignment assignment) {
        CustomerForm form = new CustomerForm();
        form.setStage(CustomerStage.CUSTOMER);
        form.setKind(
                "ORGANISATION".equals(plan.profile().customerKind()) ? CustomerKind.ORGANISATION : CustomerKind.PERSON);
        CustomerForms.call(form, reference.name() == null ? reference.text() : reference.name());
        ImportField key = keys(plan).get(0);
        if (key == ImportField.EMAIL) {
            ContactForm email = new ContactForm(ContactPointType.EMAIL, reference.text());
            email.setPrimary(true);
            form.getContacts().add(email);
        } else if (key == ImportField.TAX_ID) {
            form.setTaxId(reference.text());
        } else if (key == ImportField.EXTERNAL_ID) {
            form.setExternalId(reference.text());
        }
        return new CustomerSeed(
                form, null, assignment.teamId(), DataOrigin.IMPORT, assignment.now(), assignment.by(), List.of());
    }
}
