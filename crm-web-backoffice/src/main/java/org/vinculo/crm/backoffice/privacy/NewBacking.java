package org.vinculo.crm.backoffice.privacy;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.privacy.PrivacyService;
import org.vinculo.crm.privacy.RequestKind;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;

/** Writes down a request that came by letter, telephone or at the counter. */
@Named("privacyNew")
@ViewScoped
public class NewBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private CustomerService customers;

    @EJB
    private PrivacyService privacy;

    @Inject
    private Feedback feedback;

    private String customer;
    private CustomerRef ref;
    private RequestKind kind;
    private String words;
    private final Once once = new Once();

    public void load() {
        ref = customers.get(customer).ref();
    }

    public String save() {
        return once.run(
                () -> {
                    String id = privacy.receive(customer, kind, words).publicId();
                    feedback.done("privacy.desk.received");
                    return "/privacy/request?faces-redirect=true&id=" + id;
                },
                kind,
                words);
    }

    public CustomerRef getRef() {
        return ref;
    }

    public RequestKind[] getKinds() {
        return RequestKind.values();
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public RequestKind getKind() {
        return kind;
    }

    public void setKind(RequestKind kind) {
        this.kind = kind;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
