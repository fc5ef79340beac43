package org.vinculo.crm.backoffice.relations;

import jakarta.ejb.EJB;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerRow;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.party.PartnerForm;
import org.vinculo.crm.party.PartnerKind;
import org.vinculo.crm.party.RelationForm;
import org.vinculo.crm.party.RelationType;
import org.vinculo.crm.party.RelationView;
import org.vinculo.crm.party.Relations;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** The tab of relations: what there is, adding, correcting, ending and removing, and what makes a partner. */
@Named("customerRelations")
@ViewScoped
public class TabBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FOUND = 8;

    @EJB
    private Relations service;

    @EJB
    private CustomerService customers;

    @Inject
    private ViewBacking page;

    @Inject
    private Viewer viewer;

    @Inject
    private Feedback feedback;

    private List<RelationView> relations;
    private RelationForm form = new RelationForm();
    private String who;
    private List<CustomerRow> found = List.of();
    private boolean looked;
    private PartnerForm partner;
    private boolean partnerKnown;
    private boolean partnerAsked;

    public List<RelationView> getRelations() {
        if (relations == null) {
            relations = service.list(page.getId());
        }
        return relations;
    }

    /** Looks for the other one; the only one found is chosen. */
    public void find() {
        looked = true;
        found = who == null || who.isBlank()
                ? List.of()
                : customers.list(CustomerList.search(who), PageRequest.of(0, FOUND)).items().stream()
                        .filter(row -> !row.publicId().equals(page.getId()))
                        .toList();
        form.setOther(found.isEmpty() ? null : found.get(0).publicId());
    }

    public void edit(RelationView relation) {
        form = new RelationForm();
        form.setPublicId(relation.publicId());
        form.setVersion(relation.version());
        form.setType(relation.type());
        form.setForward(relation.forward());
        form.setOther(relation.otherId());
        form.setFrom(relation.from());
        form.setTo(relation.to());
        form.setNote(relation.note());
        who = relation.otherName();
    }

    public void cancel() {
        form = new RelationForm();
        who = null;
        found = List.of();
    }

    public String save() {
        service.save(page.getId(), form);
        feedback.done("relation.saved");
        return here();
    }

    public String end(RelationView relation) {
        service.end(page.getId(), relation.publicId());
        feedback.done("relation.ended");
        return here();
    }

    public String remove(RelationView relation) {
        String customer = page.getId();
        RelationForm before = service.remove(customer, relation.publicId());
        feedback.done(() -> CDI.current().select(Relations.class).get().save(customer, before), "relation.removed");
        return here();
    }

    public String savePartner() {
        service.savePartner(page.getId(), partner);
        feedback.done("relation.partner.saved");
        return here();
    }

    public String removePartner() {
        String customer = page.getId();
        PartnerForm before = partner;
        service.removePartner(customer);
        feedback.done(
                () -> CDI.current().select(Relations.class).get().savePartner(customer, before),
                "relation.partner.removed");
        return here();
    }

    private String here() {
        return "/customers/view?faces-redirect=true&tab=relations&id=" + page.getId();
    }

    /** Every sort of relation in both directions, as it reads on the page of this customer. */
    public List<SelectItem> getKinds() {
        List<SelectItem> kinds = new ArrayList<>();
        for (RelationType type : RelationType.values()) {
            kinds.add(item(type + ".forward"));
            if (!type.isMutual()) {
                kinds.add(item(type + ".backward"));
            }
        }
        return kinds;
    }

    private SelectItem item(String kind) {
        return new SelectItem(kind, Texts.text(viewer.getLocale(), "relation." + kind));
    }

    /** Whether the customer belongs to others or others to it, so that there is a tree to look at. */
    public boolean isInTree() {
        return getRelations().stream()
                .anyMatch(relation -> relation.type() == RelationType.BELONGS_TO && relation.current());
    }

    public PartnerForm getPartner() {
        if (!partnerAsked) {
            partnerAsked = true;
            partner = service.partner(page.getId()).orElse(null);
            partnerKnown = partner != null;
            partner = partnerKnown ? partner : new PartnerForm();
        }
        return partner;
    }

    public boolean isPartnerKnown() {
        getPartner();
        return partnerKnown;
    }

    public PartnerKind[] getPartnerKinds() {
        return PartnerKind.values();
    }

    public RelationForm getForm() {
        return form;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public List<CustomerRow> getFound() {
        return found;
    }

    public boolean isNobodyFound() {
        return looked && found.isEmpty();
    }
}
