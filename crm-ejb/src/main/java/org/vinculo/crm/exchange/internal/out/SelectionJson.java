package org.vinculo.crm.exchange.internal.out;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.exchange.ExportOrder;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.shared.Json;

/**
 * Which customers an export is about, as text: the list's filters, component by component, and those picked. A filter
 * that the list gets one day is kept without a change here, as long as it is a text, a date, a choice or a map of texts.
 */
public final class SelectionJson {

    private static final String PICKED = "picked";

    private SelectionJson() {}

    public static String write(ExportOrder order) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (RecordComponent component : CustomerList.class.getRecordComponents()) {
            JsonValue value = value(read(component, order.customers()));
            if (value != null) {
                json.add(component.getName(), value);
            }
        }
        return json.add(PICKED, Json.createArrayBuilder(order.picked())).build().toString();
    }

    private static Object read(RecordComponent component, CustomerList list) {
        try {
            return component.getAccessor().invoke(list);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonValue value(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder members = Json.createObjectBuilder();
            map.forEach((name, text) -> members.add(name.toString(), text.toString()));
            return members.build();
        }
        if (value instanceof Enum<?> choice) {
            return Json.createValue(choice.name());
        }
        if (value instanceof String || value instanceof Instant) {
            return Json.createValue(value.toString());
        }
        throw new IllegalArgumentException("cannot be kept: " + value.getClass());
    }

    static CustomerList customers(String text) {
        JsonObject json = object(text);
        RecordComponent[] components = CustomerList.class.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getType(), json.get(component.getName())))
                .toArray();
        try {
            Constructor<CustomerList> constructor = CustomerList.class.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(Class<?> type, JsonValue value) {
        if (type == boolean.class) {
            return value == JsonValue.TRUE || value != null && value.getValueType() == JsonValue.ValueType.TRUE;
        }
        if (type == Map.class) {
            Map<String, String> map = new LinkedHashMap<>();
            if (value != null) {
                value.asJsonObject().forEach((name, text) -> map.put(name, ((JsonString) text).getString()));
            }
            return map;
        }
        if (value == null) {
            return null;
        }
        String text = ((JsonString) value).getString();
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElseThrow();
        }
        return text;
    }

    static List<String> picked(String text) {
        JsonArray picked = object(text).getJsonArray(PICKED);
        return picked == null ? List.of() : picked.getValuesAs(JsonString::getString);
    }

    private static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
