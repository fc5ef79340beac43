package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.ConditionField;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomFieldForm;
import org.vinculo.crm.party.CustomPortal;
import org.vinculo.crm.party.CustomType;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.PublicEntity;

/** A field that an administrator added to customers. Renaming changes its labels, retiring hides it; values stay. */
@Entity
@Audited(name = "customField")
@Table(name = "custom_field")
public class CustomField extends PublicEntity {

    /** As they stand in forms and lists. */
    public static final Comparator<CustomField> IN_ORDER =
            Comparator.comparingInt((CustomField field) -> field.place).thenComparing(CustomField::getId);

    @Column(name = "code", nullable = false, updatable = false, length = 30)
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(name = "field_type", nullable = false, updatable = false, length = 10)
    private CustomType type;

    @Column(name = "label", nullable = false, length = 80)
    private String label;

    @Column(name = "label_pt", length = 80)
    private String labelPt;

    @Column(name = "label_es", length = 80)
    private String labelEs;

    @Column(name = "help", length = 300)
    private String help;

    @Column(name = "choices", length = 4000)
    private String choices;

    @Column(name = "currency", length = 3)
    private String currency;

    @Column(name = "formula", length = 500)
    private String formula;

    @Column(name = "place", nullable = false)
    private int place;

    @Column(name = "needed", nullable = false)
    private boolean needed;

    @Column(name = "retired", nullable = false)
    private boolean retired;

    @Column(name = "view_roles", length = 1000)
    private String viewRoles;

    @Column(name = "edit_roles", length = 1000)
    private String editRoles;

    @Enumerated(EnumType.STRING)
    @Column(name = "portal", nullable = false, length = 10)
    private CustomPortal portal = CustomPortal.HIDDEN;

    protected CustomField() {}

    public CustomField(String code, CustomType type, int place) {
        this.code = code;
        this.type = type;
        this.place = place;
    }

    /** Takes over what may change; what it was checked for by the service. */
    public void describe(CustomFieldForm form) {
        label = form.getLabel();
        labelPt = form.getLabelPt();
        labelEs = form.getLabelEs();
        help = form.getHelp();
        choices = form.getChoices();
        currency = form.getCurrency();
        formula = form.getFormula();
        needed = form.isNeeded();
        viewRoles = String.join(",", form.getViewRoles());
        editRoles = String.join(",", form.getEditRoles());
        portal = form.getPortal();
    }

    public void retire(boolean gone) {
        retired = gone;
    }

    public CustomFieldForm form() {
        CustomFieldForm form = new CustomFieldForm();
        form.setPublicId(getPublicId());
        form.setVersion(getVersion());
        form.setCode(code);
        form.setType(type);
        form.setLabel(label);
        form.setLabelPt(labelPt);
        form.setLabelEs(labelEs);
        form.setHelp(help);
        form.setChoices(choices);
        form.setCurrency(currency);
        form.setFormula(formula);
        form.setNeeded(needed);
        form.setRetired(retired);
        form.setViewRoles(list(viewRoles));
        form.setEditRoles(list(editRoles));
        form.setPortal(portal);
        return form;
    }

    private static List<String> list(String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    /** Whether somebody with these roles sees it. */
    public boolean isSeenBy(Set<String> roles) {
        return !retired && allows(viewRoles, roles);
    }

    /** Whether somebody with these roles may change it. */
    public boolean isChangedBy(Set<String> roles) {
        return isSeenBy(roles) && allows(editRoles, roles) && type != CustomType.FORMULA;
    }

    private static boolean allows(String wanted, Set<String> roles) {
        List<String> named = list(wanted);
        return named.isEmpty() || named.stream().anyMatch(roles::contains);
    }

    /** The choices by code, in their order. */
    public Map<String, String> choices() {
        Map<String, String> all = new LinkedHashMap<>();
        if (choices != null) {
            Arrays.stream(choices.split("\n")).forEach(line -> {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    all.put(
                            line.substring(0, equals).strip(),
                            line.substring(equals + 1).strip());
                }
            });
        }
        return all;
    }

    public CustomEntry entry(String value, boolean editable) {
        return new CustomEntry(
                code,
                type,
                Arrays.asList(label, labelPt, labelEs),
                help,
                currency,
                choices().entrySet().stream()
                        .map(choice -> new ConditionField.Value(choice.getKey(), Phrase.value(choice.getValue())))
                        .toList(),
                needed,
                editable,
                value);
    }

    public String getCode() {
        return code;
    }

    public CustomType getType() {
        return type;
    }

    public String getLabel() {
        return label;
    }

    public String getCurrency() {
        return currency;
    }

    public String getFormula() {
        return formula;
    }

    public boolean isNeeded() {
        return needed;
    }

    public boolean isRetired() {
        return retired;
    }

    public CustomPortal getPortal() {
        return portal;
    }
}
