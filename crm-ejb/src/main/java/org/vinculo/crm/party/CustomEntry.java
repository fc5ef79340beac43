package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * A field of an administrator with what a customer has in it, to show and to enter. The value travels as text that no
 * language changes: ISO days, plain decimals, codes of choices with commas between.
 */
public class CustomEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Before the code where fields of administrators stand among others: in files, columns and conditions. */
    public static final String PREFIX = "x.";

    private final String code;
    private final CustomType type;
    private final String label;
    private final String labelPt;
    private final String labelEs;
    private final String help;
    private final String currency;
    private final List<ConditionField.Value> choices;
    private final boolean needed;
    private final boolean editable;
    private String value;

    public CustomEntry(
            String code,
            CustomType type,
            List<String> labels,
            String help,
            String currency,
            List<ConditionField.Value> choices,
            boolean needed,
            boolean editable,
            String value) {
        this.code = code;
        this.type = type;
        this.label = labels.get(0);
        this.labelPt = labels.get(1);
        this.labelEs = labels.get(2);
        this.help = help;
        this.currency = currency;
        this.choices = List.copyOf(choices);
        this.needed = needed;
        this.editable = editable;
        this.value = value;
    }

    /** What it is called in a language; the first name where there is none. */
    public String label(Locale locale) {
        String translated =
                switch (locale.getLanguage()) {
                    case "pt" -> labelPt;
                    case "es" -> labelEs;
                    default -> label;
                };
        return translated == null || translated.isEmpty() ? label : translated;
    }

    public String getCode() {
        return code;
    }

    /** Its name among the columns of files and lists. */
    public String column() {
        return PREFIX + code;
    }

    public CustomType getType() {
        return type;
    }

    public String getHelp() {
        return help;
    }

    public String getCurrency() {
        return currency;
    }

    public List<ConditionField.Value> getChoices() {
        return choices;
    }

    public boolean isNeeded() {
        return needed;
    }

    public boolean isEditable() {
        return editable;
    }

    public boolean isKnown() {
        return value != null && !value.isBlank();
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    /** The codes of a multiple choice. */
    public List<String> getChosen() {
        return isKnown() ? List.of(value.split(",")) : List.of();
    }

    public void setChosen(List<String> chosen) {
        value = chosen == null || chosen.isEmpty() ? null : String.join(",", chosen);
    }
}
