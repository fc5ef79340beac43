package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A field as an administrator describes it. The code and the type are given once and stay. */
public class CustomFieldForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String publicId;
    private long version;
    private String code;
    private CustomType type = CustomType.TEXT;
    private String label;
    private String labelPt;
    private String labelEs;
    private String help;
    private String choices;
    private String currency;
    private String formula;
    private boolean needed;
    private boolean retired;
    private List<String> viewRoles = new ArrayList<>();
    private List<String> editRoles = new ArrayList<>();
    private CustomPortal portal = CustomPortal.HIDDEN;

    public boolean isNew() {
        return publicId == null;
    }

    public String getPublicId() {
        return publicId;
    }

    public void setPublicId(String publicId) {
        this.publicId = publicId;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public CustomType getType() {
        return type;
    }

    public void setType(CustomType type) {
        this.type = type;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getLabelPt() {
        return labelPt;
    }

    public void setLabelPt(String labelPt) {
        this.labelPt = labelPt;
    }

    public String getLabelEs() {
        return labelEs;
    }

    public void setLabelEs(String labelEs) {
        this.labelEs = labelEs;
    }

    public String getHelp() {
        return help;
    }

    public void setHelp(String help) {
        this.help = help;
    }

    /** One choice a line, {@code code = words} or just words. */
    public String getChoices() {
        return choices;
    }

    public void setChoices(String choices) {
        this.choices = choices;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getFormula() {
        return formula;
    }

    public void setFormula(String formula) {
        this.formula = formula;
    }

    public boolean isNeeded() {
        return needed;
    }

    public void setNeeded(boolean needed) {
        this.needed = needed;
    }

    public boolean isRetired() {
        return retired;
    }

    public void setRetired(boolean retired) {
        this.retired = retired;
    }

    /** Public ids of the roles that see it; none means everybody. */
    public List<String> getViewRoles() {
        return viewRoles;
    }

    public void setViewRoles(List<String> viewRoles) {
        this.viewRoles = new ArrayList<>(viewRoles == null ? List.of() : viewRoles);
    }

    /** Public ids of the roles that change it; none means everybody who sees it. */
    public List<String> getEditRoles() {
        return editRoles;
    }

    public void setEditRoles(List<String> editRoles) {
        this.editRoles = new ArrayList<>(editRoles == null ? List.of() : editRoles);
    }

    public CustomPortal getPortal() {
        return portal;
    }

    public void setPortal(CustomPortal portal) {
        this.portal = portal;
    }
}
