package org.vinculo.crm.party;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.shared.Json;

/** Conditions as text, to store them and to put them into an address. */
public final class Conditions {

    /** As many tests at most; more than that nobody reads. */
    public static final int MOST_TESTS = 20;

    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST = 3000;
    private static final int DEEPEST = 2;

    private Conditions() {}

    public static String write(Condition condition) {
        return json(condition).build().toString();
    }

    private static JsonObjectBuilder json(Condition condition) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (condition instanceof Condition.Test test) {
            JsonArrayBuilder values = Json.createArrayBuilder();
            test.values().forEach(values::add);
            return json.add("f", test.field()).add("o", test.operator().name()).add("v", values);
        }
        Condition.Group group = (Condition.Group) condition;
        JsonArrayBuilder parts = Json.createArrayBuilder();
        group.parts().forEach(part -> parts.add(json(part)));
        return json.add(group.any() ? "any" : "all", parts);
    }

    /** Empty for what cannot be a condition: too long, too deep, not understood. */
    public static Optional<Condition> read(String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(read(reader.readObject(), 0))
                    .filter(condition -> condition.tests().count() <= MOST_TESTS
                            && condition.tests().findAny().isPresent());
        } catch (JsonException | IllegalArgumentException | ClassCastException malformed) {
            return Optional.empty();
        }
    }

    private static Condition read(JsonObject json, int depth) {
        if (json.containsKey("f")) {
            JsonArray values = json.getJsonArray("v");
            if (values == null || values.size() > MOST_VALUES) {
                throw new IllegalArgumentException("no values, or too many");
            }
            List<String> texts = new ArrayList<>();
            for (JsonString value : values.getValuesAs(JsonString.class)) {
                String one = value.getString();
                texts.add(one.substring(0, Math.min(LONGEST_VALUE, one.length())));
            }
            return new Condition.Test(json.getString("f"), Condition.Operator.valueOf(json.getString("o", "")), texts);
        }
        if (depth >= DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        boolean any = json.containsKey("any");
        List<Condition> parts = new ArrayList<>();
        JsonArray members = json.getJsonArray(any ? "any" : "all");
        if (members == null) {
            throw new IllegalArgumentException("neither a test nor a group");
        }
        for (JsonValue part : members) {
            parts.add(read(part.asJsonObject(), depth + 1));
        }
        return new Condition.Group(any, parts);
    }
}
