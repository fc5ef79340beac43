package org.vinculo.crm.backoffice.segments;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.segment.SegmentCondition;
import org.vinculo.crm.segment.SegmentField;
import org.vinculo.crm.segment.SegmentKind;
import org.vinculo.crm.segment.SegmentOperator;

/** A condition while somebody works on it: what is entered, complete or not. */
public class ConditionForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private SegmentField field;
    private SegmentOperator operator;
    private List<String> chosen = new ArrayList<>();
    private String text;
    private BigDecimal number;
    private BigDecimal second;
    private LocalDate date;
    private Integer days;
    private String purpose;
    private String channel;

    static ConditionForm of(SegmentCondition condition) {
        ConditionForm form = new ConditionForm();
        form.field = condition.field();
        form.operator = condition.operator();
        form.days = condition.days();
        List<String> values = condition.values();
        if (values.isEmpty()) {
            return form;
        }
        SegmentKind kind = condition.field().kind();
        if (condition.operator().takesDate()) {
            form.date = LocalDate.parse(values.get(0));
        } else if (kind.isOfNumbers()) {
            form.number = form.shown(values.get(0));
            form.second = values.size() > 1 ? form.shown(values.get(1)) : null;
        } else if (kind == SegmentKind.PERMISSION) {
            form.purpose = values.get(0);
            form.channel = values.get(1);
        } else if (form.isOfChoices()) {
            form.chosen = new ArrayList<>(values);
        } else {
            form.text = String.join(", ", values);
        }
        return form;
    }

    /** What was entered, also when something is missing. */
    SegmentCondition condition() {
        boolean overTime = field.kind().isOverTime() || operator.takesDays();
        return new SegmentCondition(field, operator, values(), overTime ? days : null);
    }

    private List<String> values() {
        if (operator.takesNothing() || operator.takesDays()) {
            return List.of();
        }
        if (operator.takesDate()) {
            return date == null ? List.of() : List.of(date.toString());
        }
        if (field.kind().isOfNumbers()) {
            return numbers();
        }
        if (field.kind() == SegmentKind.PERMISSION) {
            return purpose == null || channel == null ? List.of() : List.of(purpose, channel);
        }
        if (isOfChoices()) {
            return List.copyOf(chosen);
        }
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private List<String> numbers() {
        if (number == null || operator == SegmentOperator.BETWEEN && second == null) {
            return List.of();
        }
        return operator == SegmentOperator.BETWEEN ? List.of(kept(number), kept(second)) : List.of(kept(number));
    }

    /** Shares are entered in percent. */
    private String kept(BigDecimal entered) {
        BigDecimal number = field.kind() == SegmentKind.SHARE ? entered.divide(HUNDRED) : entered;
        return number.toPlainString();
    }

    private BigDecimal shown(String value) {
        BigDecimal kept = new BigDecimal(value);
        BigDecimal entered = field.kind() == SegmentKind.SHARE ? kept.multiply(HUNDRED) : kept;
        BigDecimal plain = entered.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** Another field asks other things; what was entered for the one before makes no sense any more. */
    void settle() {
        if (field != null && (operator == null || !field.kind().operators().contains(operator))) {
            operator = field.kind().operators().get(0);
        }
    }

    void forget() {
        operator = null;
        chosen = new ArrayList<>();
        text = null;
        number = null;
        second = null;
        date = null;
        days = null;
        purpose = null;
        channel = null;
        settle();
    }

    public boolean isOfChoices() {
        return field != null
                && (field.kind() == SegmentKind.CHOICE || field.kind() == SegmentKind.CONTACT_IN)
                && !operator.takesNothing();
    }

    public boolean isOfText() {
        return field != null
                && (field.kind() == SegmentKind.TEXT
                        || field.kind() == SegmentKind.PRODUCT_IN
                        || field.kind() == SegmentKind.WORDS)
                && !operator.takesNothing();
    }

    public boolean isOfNumber() {
        return field != null && field.kind().isOfNumbers() && !operator.takesNothing();
    }

    public boolean isOfTwoNumbers() {
        return operator == SegmentOperator.BETWEEN;
    }

    public boolean isOfDate() {
        return operator != null && operator.takesDate();
    }

    public boolean isOfDays() {
        return operator != null && operator.takesDays();
    }

    public boolean isOverTime() {
        return field != null && field.kind().isOverTime();
    }

    public boolean isOfPermission() {
        return field != null && field.kind() == SegmentKind.PERMISSION;
    }

    /** Sign behind the number. */
    public boolean isShare() {
        return field != null && field.kind() == SegmentKind.SHARE;
    }

    public boolean isMoney() {
        return field != null && (field.kind() == SegmentKind.AMOUNT || field.kind() == SegmentKind.SUM_IN);
    }

    public SegmentField getField() {
        return field;
    }

    public void setField(SegmentField newField) {
        boolean other = newField != field;
        field = newField;
        if (other && newField != null) {
            forget();
        }
    }

    public SegmentOperator getOperator() {
        return operator;
    }

    public void setOperator(SegmentOperator operator) {
        if (field != null && field.kind().operators().contains(operator)) {
            this.operator = operator;
        }
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = chosen == null ? new ArrayList<>() : new ArrayList<>(chosen);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public BigDecimal getNumber() {
        return number;
    }

    public void setNumber(BigDecimal number) {
        this.number = number;
    }

    public BigDecimal getSecond() {
        return second;
    }

    public void setSecond(BigDecimal second) {
        this.second = second;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose == null || purpose.isBlank() ? null : purpose;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel == null || channel.isBlank() ? null : channel.toUpperCase(Locale.ROOT);
    }
}
