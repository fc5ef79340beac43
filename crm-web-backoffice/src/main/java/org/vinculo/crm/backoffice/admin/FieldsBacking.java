package org.vinculo.crm.backoffice.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.identity.RoleRef;
import org.vinculo.crm.party.CustomFieldForm;
import org.vinculo.crm.party.CustomFieldService;
import org.vinculo.crm.party.CustomPortal;
import org.vinculo.crm.party.CustomType;
import org.vinculo.crm.ui.Feedback;

/** The fields that the company adds to customers. */
@Named
@ViewScoped
public class FieldsBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String HERE = "/admin/fields?faces-redirect=true";

    @EJB
    private CustomFieldService fields;

    @Inject
    private Feedback feedback;

    private List<CustomFieldForm> rows;
    private List<RoleRef> roles;
    private CustomFieldForm form = new CustomFieldForm();

    public List<CustomFieldForm> getRows() {
        if (rows == null) {
            rows = fields.list();
        }
        return rows;
    }

    public List<RoleRef> getRoles() {
        if (roles == null) {
            roles = fields.roles();
        }
        return roles;
    }

    public void edit(CustomFieldForm row) {
        form = row;
    }

    public void cancel() {
        form = new CustomFieldForm();
    }

    public String save() {
        fields.save(form);
        feedback.done("custom.saved", form.getLabel());
        return HERE;
    }

    public String retire(CustomFieldForm row) {
        fields.retire(row.getPublicId(), !row.isRetired());
        feedback.done(row.isRetired() ? "custom.isBack" : "custom.isRetired", row.getLabel());
        return HERE;
    }

    public CustomType[] getTypes() {
        return CustomType.values();
    }

    public CustomPortal[] getPortals() {
        return CustomPortal.values();
    }

    public CustomFieldForm getForm() {
        return form;
    }
}
