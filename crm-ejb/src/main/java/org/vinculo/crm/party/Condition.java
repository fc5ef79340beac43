package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** What has to be true of a customer: a test of one thing known, or several of them of which all or any have to hold. */
public sealed interface Condition extends Serializable {

    /** Every test in it, in their order. */
    Stream<Test> tests();

    /**
     * One thing known compared with values.
     *
     * @param field name of a {@link ConditionField}
     * @param values as texts; none for {@link Operator#KNOWN} and {@link Operator#UNKNOWN}
     */
    record Test(String field, Operator operator, List<String> values) implements Condition {
        public Test {
            values = List.copyOf(values);
        }

        @Override
        public Stream<Test> tests() {
            return Stream.of(this);
        }
    }

    /** Several conditions. */
    record Group(boolean any, List<Condition> parts) implements Condition {
        public Group {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Test> tests() {
            return parts.stream().flatMap(Condition::tests);
        }
    }

    /** How a thing is compared. */
    enum Operator {
        IS,
        IS_NOT,
        BEGINS,
        CONTAINS,
        AT_LEAST,
        AT_MOST,
        LAST_DAYS,
        OLDER_DAYS,
        KNOWN,
        UNKNOWN;

        /** Whether nothing is compared with. */
        public boolean standsAlone() {
            return this == KNOWN || this == UNKNOWN;
        }
    }
}
