package org.vinculo.crm.activity;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.vinculo.crm.activity.internal.PromiseBook;
import org.vinculo.crm.activity.internal.PromiseQuery;
import org.vinculo.crm.activity.internal.TaskBook;
import org.vinculo.crm.activity.internal.TaskQuery;
import org.vinculo.crm.activity.internal.Who;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/** The room of promises and tasks wired by hand, with one customer of the north and one of the south. */
abstract class ActivityTest extends PartyTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    final Settings settings = Settings.of(Map.of(Setting.ZONE, "UTC"));
    StaffDirectory directory;
    Who who;
    PromiseBook promiseBook;
    TaskBook taskBook;
    PromiseService promises;
    TaskService tasks;
    CustomerDetails ana;
    CustomerDetails bruno;

    @BeforeEach
    void wireActivity() {
        directory = wire(new StaffDirectory());
        who = wire(new Who(), callers, directory, settings);
        promiseBook = wire(new PromiseBook(), who, directory, customers);
        PromiseQuery promiseQuery = wire(new PromiseQuery(), who, directory, customers, promiseBook);
        promises = wire(new PromiseService(), customers, callers, promiseBook, promiseQuery, directory, who);
        taskBook = wire(new TaskBook(), who, directory, customers);
        TaskQuery taskQuery = wire(new TaskQuery(), who, customers, taskBook);
        tasks = wire(new TaskService(), customers, callers, directory, taskBook, taskQuery, who);
        ana = service.create(owned(person("Ana", "Norte"), north));
        callAs(south, Scope.ALL);
        bruno = service.create(owned(person("Bruno", "Sul"), south));
        em.flush();
        callAs(north, Scope.OWN);
    }

    private static CustomerForm owned(CustomerForm form, StaffUser owner) {
        form.setOwner(owner.getPublicId());
        return form;
    }

    static String id(CustomerDetails customer) {
        return customer.ref().publicId();
    }

    static PromiseForm promise(String what, LocalDate due) {
        PromiseForm form = new PromiseForm();
        form.setWhat(what);
        form.setDueOn(due);
        return form;
    }

    static TaskForm task(String title, CustomerDetails customer, LocalDate due) {
        TaskForm form = new TaskForm();
        form.setTitle(title);
        form.setCustomer(customer == null ? null : id(customer));
        form.setDueOn(due);
        return form;
    }
}
