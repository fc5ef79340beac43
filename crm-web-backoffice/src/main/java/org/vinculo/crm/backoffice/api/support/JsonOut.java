package org.vinculo.crm.backoffice.api.support;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.function.Function;

/** Builds JSON objects whose absent values are null and whose money is a decimal string. */
public final class JsonOut {

    /** The methods of {@code Json} look through all jars for their provider at each call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonObjectBuilder object = JSON.createObjectBuilder();

    public JsonOut put(String name, String value) {
        object.add(name, value == null ? JsonValue.NULL : JSON.createValue(value));
        return this;
    }

    public JsonOut put(String name, Enum<?> value) {
        return put(name, value == null ? null : value.name());
    }

    /** Instants and dates in ISO 8601. */
    public JsonOut put(String name, TemporalAccessor value) {
        return put(name, value == null ? null : value.toString());
    }

    public JsonOut put(String name, boolean value) {
        object.add(name, value);
        return this;
    }

    public JsonOut put(String name, long value) {
        object.add(name, value);
        return this;
    }

    public JsonOut put(String name, double value) {
        object.add(name, value);
        return this;
    }

    /** An amount of money or a quantity: a string, so that no reader rounds it. */
    public JsonOut put(String name, BigDecimal value) {
        return put(name, value == null ? null : plain(value));
    }

    public JsonOut put(String name, JsonValue value) {
        object.add(name, value == null ? JsonValue.NULL : value);
        return this;
    }

    public <T> JsonOut put(String name, List<T> values, Function<T, ? extends JsonValue> mapper) {
        object.add(name, array(values, mapper));
        return this;
    }

    public JsonObject build() {
        return object.build();
    }

    /** A list answer: the items and the cursor of the next page, null on the last one. */
    public static <T> JsonObject list(List<T> items, Function<T, ? extends JsonValue> mapper, String nextCursor) {
        return new JsonOut()
                .put("items", items, mapper)
                .put("nextCursor", nextCursor)
                .build();
    }

    private static <T> JsonArrayBuilder array(List<T> values, Function<T, ? extends JsonValue> mapper) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(value -> array.add(mapper.apply(value)));
        return array;
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
    }
}
