package org.vinculo.crm.backoffice.promises;

import jakarta.ejb.EJB;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.activity.PromiseForm;
import org.vinculo.crm.activity.PromiseService;
import org.vinculo.crm.activity.PromiseSource;
import org.vinculo.crm.activity.PromiseView;
import org.vinculo.crm.backoffice.customers.CustomerPicker;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;
import org.vinculo.crm.ui.Viewer;

/** Writing down a promise, and saying what became of it. */
@Named("promiseEdit")
@ViewScoped
public class EditBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private PromiseService promises;

    @Inject
    private Feedback feedback;

    @Inject
    private Viewer viewer;

    @Inject
    private CurrentCaller caller;

    private String id;
    private String customer;
    private String source;
    private PromiseView promise;
    private final PromiseForm form = new PromiseForm();
    private final CustomerPicker picker = new CustomerPicker();
    private final Once once = new Once();
    private List<StaffRef> people;
    private LocalDate on;
    private String reason;

    public void loadNew() {
        picker.start(customer);
        getPeople().stream()
                .filter(person -> Long.valueOf(person.id()).equals(caller.get().accountId()))
                .findFirst()
                .ifPresent(me -> form.setOwner(me.publicId()));
    }

    public void loadKnown() {
        promise = promises.get(id);
        form.setPublicId(promise.publicId());
        form.setVersion(promise.version());
        form.setWhat(promise.what());
        form.setDueOn(promise.dueOn());
        form.setOwner(promise.ownerId());
        form.setNote(promise.note());
        picker.start(promise.customerId(), promise.customer());
    }

    public String save() {
        if (!form.isNew()) {
            promises.change(form);
            feedback.done("activity.promise.saved");
            return here();
        }
        String to = picker.getChosen();
        if (to == null) {
            throw InvalidInput.field("customer", "required");
        }
        if (source != null) {
            form.setSource(PromiseSource.INTERACTION);
            form.setSourceId(source);
        }
        return once.run(() -> make(to), to, form.getWhat(), form.getDueOn(), form.getOwner(), form.getNote());
    }

    private String make(String to) {
        promises.make(to, form);
        feedback.done("activity.promise.made");
        return customer == null
                ? "/promises/list?faces-redirect=true"
                : "/customers/view?faces-redirect=true&tab=activity&id=" + customer;
    }

    public String keep() {
        promises.keep(id, on);
        String kept = id;
        feedback.done(() -> open(kept), "activity.promise.isKept", promise.what());
        return here();
    }

    public String withdraw() {
        promises.withdraw(id, reason);
        String withdrawn = id;
        feedback.done(() -> open(withdrawn), "activity.promise.isWithdrawn", promise.what());
        return here();
    }

    public String reopen() {
        promises.reopen(id);
        feedback.done("activity.promise.isOpen", promise.what());
        return here();
    }

    private static void open(String id) {
        CDI.current().select(PromiseService.class).get().reopen(id);
    }

    private String here() {
        return "/promises/edit?faces-redirect=true&id=" + id;
    }

    public boolean isMayChange() {
        return viewer.permits("activity.edit") && (promise == null || promise.open());
    }

    public List<StaffRef> getPeople() {
        if (people == null) {
            people = promises.people();
        }
        return people;
    }

    public PromiseForm getForm() {
        return form;
    }

    public CustomerPicker getPicker() {
        return picker;
    }

    public PromiseView getPromise() {
        return promise;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public LocalDate getOn() {
        return on;
    }

    public void setOn(LocalDate on) {
        this.on = on;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
