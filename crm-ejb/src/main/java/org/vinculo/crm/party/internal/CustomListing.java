package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.ConditionField;
import org.vinculo.crm.party.ConditionFieldSource;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomType;
import org.vinculo.crm.party.CustomerColumn;
import org.vinculo.crm.party.CustomerColumnSource;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.entity.CustomField;
import org.vinculo.crm.party.entity.CustomValue;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.ReadOnce;

/** The fields of administrators as columns of the list of customers and as conditions. */
@ApplicationScoped
public class CustomListing implements ConditionFieldSource, CustomerColumnSource {

    private static final String OF_CUSTOMER =
            "exists (select 1 from custom_value v where v.customer_id = c.id and v.field_id = ";

    @Inject
    CustomBook book;

    @Inject
    CurrentCaller caller;

    @Override
    public List<ConditionField> fields() {
        Locale locale = caller.get().locale();
        return book.seen().stream()
                .<ConditionField>map(field -> new Tested(field, locale))
                .toList();
    }

    @Override
    public List<CustomerColumn> columns() {
        return book.seen().stream().<CustomerColumn>map(Shown::new).toList();
    }

    /** A value the reader's way. */
    public static Phrase show(CustomField field, String text) {
        Serializable value =
                switch (field.getType()) {
                    case NUMBER, FORMULA -> new BigDecimal(text);
                    case MONEY -> new Money(new BigDecimal(text), field.getCurrency());
                    case DATE -> LocalDate.parse(text);
                    case CHOICE -> field.choices().getOrDefault(text, text);
                    case MULTI ->
                        String.join(
                                ", ",
                                List.of(text.split(",")).stream()
                                        .map(code -> field.choices().getOrDefault(code, code))
                                        .toList());
                    case TEXT, LINK -> text;
                };
        return Phrase.value(value);
    }

    /** All columns of a page are read together. */
    private Map<Long, Map<String, String>> texts(Collection<Long> customerIds) {
        return ReadOnce.of(
                List.of(CustomListing.class, List.copyOf(customerIds)), () -> book.texts(customerIds, book.seen()));
    }

    private final class Shown implements CustomerColumn {
        private final CustomField field;

        Shown(CustomField field) {
            this.field = field;
        }

        @Override
        public String id() {
            return "x." + field.getCode();
        }

        @Override
        public int order() {
            return 1000;
        }

        @Override
        public Phrase title() {
            return Phrase.value(field.entry(null, false).label(caller.get().locale()));
        }

        @Override
        public boolean ofNumbers() {
            return field.getType().isNumber();
        }

        @Override
        public boolean permitted() {
            return true;
        }

        @Override
        public Map<Long, Phrase> values(Collection<Long> customerIds) {
            Map<Long, Phrase> values = new HashMap<>();
            texts(customerIds).forEach((id, texts) -> {
                if (texts.containsKey(field.getCode())) {
                    values.put(id, show(field, texts.get(field.getCode())));
                }
            });
            return values;
        }
    }

    private record Tested(CustomField field, Locale locale) implements ConditionField {

        @Override
        public String name() {
            return "x." + field.getCode();
        }

        @Override
        public Phrase title() {
            return Phrase.value(field.entry(null, false).label(locale));
        }

        @Override
        public Type type() {
            if (field.getType().isNumber()) {
                return Type.NUMBER;
            }
            if (field.getType().isChoice()) {
                return Type.CHOICE;
            }
            return field.getType() == CustomType.DATE ? Type.DATE : Type.TEXT;
        }

        @Override
        public List<Value> values() {
            CustomEntry entry = field.entry(null, false);
            return entry.getChoices();
        }

        @Override
        public boolean permitted() {
            return true;
        }

        @Override
        public String sql() {
            return OF_CUSTOMER;
        }

        @Override
        public Object key() {
            return field.getId();
        }

        @Override
        public String column() {
            return switch (type()) {
                case NUMBER -> "v.number_value";
                case DATE -> "v.date_value";
                default -> "v.text_key";
            };
        }

        @Override
        public Object parameter(String value) {
            return switch (type()) {
                case NUMBER -> ConditionFields.number(value);
                case DATE -> ConditionFields.day(value);
                case CHOICE -> field.choices().containsKey(value) ? CustomValue.keyOf(value) : null;
                default -> CustomValue.keyOf(value.strip());
            };
        }
    }
}
