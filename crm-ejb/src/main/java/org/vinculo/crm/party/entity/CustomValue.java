package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.vinculo.crm.shared.BaseEntity;

/** What a customer has in a field of an administrator. The trail of it is written by whoever writes it. */
@Entity
@Table(name = "custom_value")
public class CustomValue extends BaseEntity {

    private static final int KEY = 100;

    @Column(name = "field_id", nullable = false, updatable = false)
    private Long fieldId;

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Column(name = "text_value", length = 1000)
    private String text;

    @Column(name = "text_key", length = KEY)
    private String textKey;

    @Column(name = "number_value", precision = 19, scale = 4)
    private BigDecimal number;

    @Column(name = "date_value")
    private LocalDate date;

    protected CustomValue() {}

    public CustomValue(long fieldId, long customerId, Object value) {
        this.fieldId = fieldId;
        this.customerId = customerId;
        if (value instanceof BigDecimal decimal) {
            number = decimal;
        } else if (value instanceof LocalDate day) {
            date = day;
        } else {
            text = value.toString();
            textKey = keyOf(text);
        }
    }

    /** Under what a text is compared. */
    public static String keyOf(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(KEY, lower.length()));
    }

    /** As text that no language changes. */
    public String plain() {
        if (number != null) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return date == null ? text : date.toString();
    }

    public Long getFieldId() {
        return fieldId;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public BigDecimal getNumber() {
        return number;
    }
}
