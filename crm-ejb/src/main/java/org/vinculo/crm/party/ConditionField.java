package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/** Something known of customers that conditions can test. */
public interface ConditionField {

    /** Name in stored conditions and in addresses; unique, letters, digits and dots. */
    String name();

    Phrase title();

    Type type();

    /** Those of a choice, in their order; empty otherwise. */
    List<Value> values();

    /** Whether the caller may test it; otherwise it is not offered, and refused. */
    boolean permitted();

    /**
     * The beginning of a condition over the customer {@code c}, constant text up to where the comparison of {@link
     * #column} follows, such as {@code exists (select 1 from t where t.customer_id = c.id and }; empty for a column of the
     * customer. When there is a {@link #key}, the text ends where its value follows.
     */
    String sql();

    /** What is compared; constant text. */
    String column();

    /** A value that completes {@link #sql}, or null. */
    default Object key() {
        return null;
    }

    /** A value as the database compares it; null when there is no such value. */
    Object parameter(String value);

    /** What sort of thing it is, which says how it can be compared. */
    enum Type {
        TEXT(
                Condition.Operator.IS,
                Condition.Operator.IS_NOT,
                Condition.Operator.BEGINS,
                Condition.Operator.CONTAINS,
                Condition.Operator.KNOWN,
                Condition.Operator.UNKNOWN),
        NUMBER(
                Condition.Operator.AT_LEAST,
                Condition.Operator.AT_MOST,
                Condition.Operator.IS,
                Condition.Operator.KNOWN,
                Condition.Operator.UNKNOWN),
        DATE(
                Condition.Operator.AT_LEAST,
                Condition.Operator.AT_MOST,
                Condition.Operator.LAST_DAYS,
                Condition.Operator.OLDER_DAYS,
                Condition.Operator.KNOWN,
                Condition.Operator.UNKNOWN),
        MOMENT(
                Condition.Operator.LAST_DAYS,
                Condition.Operator.OLDER_DAYS,
                Condition.Operator.AT_LEAST,
                Condition.Operator.AT_MOST),
        CHOICE(Condition.Operator.IS, Condition.Operator.IS_NOT, Condition.Operator.KNOWN, Condition.Operator.UNKNOWN),
        /** A choice of which every customer has one, or of which one cannot say that it is missing. */
        FIXED_CHOICE(Condition.Operator.IS, Condition.Operator.IS_NOT);

        private final List<Condition.Operator> operators;

        Type(Condition.Operator... operators) {
            this.operators = List.of(operators);
        }

        public List<Condition.Operator> operators() {
            return operators;
        }

        public boolean isChoice() {
            return this == CHOICE || this == FIXED_CHOICE;
        }
    }

    /** One of a choice. */
    record Value(String code, Phrase text) implements Serializable {}
}
