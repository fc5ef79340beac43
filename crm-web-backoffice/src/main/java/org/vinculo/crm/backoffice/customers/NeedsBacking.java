package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.party.NeedBasis;
import org.vinculo.crm.party.NeedForm;
import org.vinculo.crm.party.NeedKind;
import org.vinculo.crm.party.NeedService;
import org.vinculo.crm.party.NeedView;
import org.vinculo.crm.ui.Feedback;

/** The tab of needs and preferences. */
@Named("customerNeeds")
@ViewScoped
public class NeedsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private NeedService service;

    @Inject
    private ViewBacking page;

    @Inject
    private Feedback feedback;

    private List<NeedView> needs;
    private NeedForm form = new NeedForm();

    public List<NeedView> getNeeds() {
        if (needs == null) {
            needs = service.list(page.getId());
        }
        return needs;
    }

    public void edit(NeedView need) {
        form = new NeedForm();
        form.setPublicId(need.publicId());
        form.setVersion(need.version());
        form.setKind(need.kind());
        form.setBasis(need.basis());
        form.setText(need.text());
        form.setOriginNote(need.originNote());
    }

    public void cancel() {
        form = new NeedForm();
    }

    public String save() {
        service.save(page.getId(), form);
        return done("party.need.saved");
    }

    public String confirm(NeedView need) {
        service.confirm(page.getId(), need.publicId());
        return done("party.need.confirmedDone");
    }

    public String remove(NeedView need) {
        service.remove(page.getId(), need.publicId());
        return done("party.need.removed");
    }

    private String done(String key) {
        feedback.done(key);
        return "/customers/view?faces-redirect=true&tab=needs&id=" + page.getId();
    }

    public NeedForm getForm() {
        return form;
    }

    public NeedKind[] getKinds() {
        return NeedKind.values();
    }

    public NeedBasis[] getBases() {
        return NeedBasis.values();
    }
}
