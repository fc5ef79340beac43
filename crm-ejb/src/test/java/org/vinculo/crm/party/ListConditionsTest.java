package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.party.internal.ConditionFields;

/** What a narrowed list says about itself. */
class ListConditionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1e3000000", "1E999999999", "-9e99999999"})
    void aNumberInAnAddressDoesNotGrowBeyondWhatWasTyped(String hostile) {
        assertThat(words(hostile)).contains(hostile).hasSizeLessThan(200);
    }

    @Test
    void aNumberIsWrittenAsItsReaderWritesNumbers() {
        assertThat(words("1234.5")).contains("1.234,5");
    }

    private static String words(String value) {
        ListConditions conditions = new ListConditions();
        conditions.fields = new ConditionFields() {
            @Override
            public Map<String, ConditionField> permitted() {
                return Map.of("weight", number());
            }
        };
        Condition asked = new Condition.Test("weight", Condition.Operator.AT_LEAST, List.of(value));
        return Phrases.write(conditions.words(asked), Locale.forLanguageTag("pt-BR"), ZoneOffset.UTC);
    }

    /** A field of which only its name, its type and its lack of codes are asked. */
    private static ConditionField number() {
        return (ConditionField) Proxy.newProxyInstance(
                ListConditionsTest.class.getClassLoader(),
                new Class<?>[] {ConditionField.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "title" -> Phrase.value("Weight");
                    case "type" -> ConditionField.Type.NUMBER;
                    case "values" -> List.of();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
