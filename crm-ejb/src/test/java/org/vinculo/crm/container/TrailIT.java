package org.vinculo.crm.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vinculo.crm.audit.AuditFilter;
import org.vinculo.crm.audit.AuditTrail;
import org.vinculo.crm.audit.AuditView;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerService;

/** A change and its trail are one transaction. */
@ExtendWith(ArquillianExtension.class)
class TrailIT {

    private static final Caller EDITOR = new Caller(
            Caller.Kind.STAFF,
            4711L,
            "Edith Editor",
            null,
            null,
            Map.of(
                    Permission.CUSTOMER_VIEW, Scope.ALL,
                    Permission.CUSTOMER_CREATE, Scope.ALL,
                    Permission.CUSTOMER_EDIT, Scope.ALL),
            null,
            "192.0.2.7",
            "test",
            "request-1",
            Locale.ENGLISH,
            ZoneOffset.UTC);

    @Inject
    CustomerService customers;

    @Inject
    CurrentCaller callers;

    @Inject
    AuditTrail trail;

    @Inject
    AsCreator creator;

    @Inject
    AsEditor editor;

    @Inject
    Database database;

    @Inject
    UserTransaction transaction;

    @Test
    void aChangeLeavesItsFieldsBeforeAndAfterWithWhoAndFromWhere() throws Exception {
        CustomerDetails created = create("Trail Before");
        CustomerForm form = edit(created.ref().publicId());
        form.setFamilyName("Trail After");
        callers.runAs(EDITOR, () -> editor.does(() -> customers.save(form))).get();

        List<AuditView> entries = entries("Trail After");

        assertThat(entries).hasSize(1);
        AuditView entry = entries.get(0);
        assertThat(entry.actorName()).isEqualTo("Edith Editor");
        assertThat(entry.ip()).isEqualTo("192.0.2.7");
        assertThat(entry.changes())
                .extracting(FieldChange::before, FieldChange::after)
                .contains(org.assertj.core.groups.Tuple.tuple("Trail Before", "Trail After"));
    }

    @Test
    void whatIsRolledBackLeavesNoTrail() throws Exception {
        transaction.begin();
        create("Trail Rolled Back");
        transaction.rollback();

        assertThat(database.query(
                        Long.class, "select count(c) from Customer c where c.familyName = ?1", "Trail Rolled Back"))
                .containsExactly(0L);
        assertThat(entries("Trail Rolled Back")).isEmpty();
    }

    private CustomerDetails create(String familyName) throws Exception {
        CustomerForm form = new CustomerForm();
        form.setKind(CustomerKind.PERSON);
        form.setGivenName("Trail");
        form.setFamilyName(familyName);
        return callers.runAs(EDITOR, () -> creator.does(() -> customers.create(form)))
                .get();
    }

    private CustomerForm edit(String publicId) throws Exception {
        return callers.runAs(EDITOR, () -> editor.does(() -> customers.form(publicId)))
                .get();
    }

    private List<AuditView> entries(String after) {
        return trail.find(new AuditFilter(null, null, null, null, null, null), null, 500).stream()
                .filter(entry -> entry.changes().stream().anyMatch(change -> after.equals(change.after())))
                .toList();
    }
}
