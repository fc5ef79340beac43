package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.party.Customer360;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.value.DefectionReason;
import org.vinculo.crm.value.LifecycleService;
import org.vinculo.crm.value.PhaseChangeView;
import org.vinculo.crm.value.PhaseEventKind;
import org.vinculo.crm.value.PhaseEventView;

/** What the figures cannot see of a relationship: that it was warned of, ended, closed or taken up again. */
@Named("valuePhase")
@ViewScoped
public class PhaseBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int HISTORY = 50;

    @EJB
    private LifecycleService lifecycle;

    @EJB
    private Customer360 story;

    @Inject
    private transient Feedback feedback;

    private String customer;
    private CustomerRef ref;
    private List<PhaseChangeView> history;
    private List<PhaseEventView> events;
    private PhaseEventKind kind;
    private LocalDate day;
    private DefectionReason reason;
    private String note;

    public void load() {
        ref = story.ref(customer);
        history = lifecycle.history(customer, HISTORY);
        events = lifecycle.events(customer);
        day = lifecycle.today();
    }

    public String record() {
        String of = customer;
        String event = lifecycle.record(of, kind, day, reason, note);
        feedback.done(() -> PhaseUndo.forget(of, event), "value.event.recorded");
        return here();
    }

    public String forget(PhaseEventView event) {
        String of = customer;
        PhaseEventKind what = event.kind();
        LocalDate when = event.day();
        DefectionReason why = event.reason();
        String words = event.note();
        lifecycle.forget(of, event.publicId());
        feedback.done(() -> PhaseUndo.record(of, what, when, why, words), "value.event.forgotten");
        return here();
    }

    private String here() {
        return "/value/phase?faces-redirect=true&customer=" + customer;
    }

    public PhaseEventKind[] getKinds() {
        return PhaseEventKind.values();
    }

    public DefectionReason[] getReasons() {
        return DefectionReason.values();
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public CustomerRef getRef() {
        return ref;
    }

    public List<PhaseChangeView> getHistory() {
        return history;
    }

    public List<PhaseEventView> getEvents() {
        return events;
    }

    public PhaseEventKind getKind() {
        return kind;
    }

    public void setKind(PhaseEventKind kind) {
        this.kind = kind;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public DefectionReason getReason() {
        return reason;
    }

    public void setReason(DefectionReason reason) {
        this.reason = reason;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
