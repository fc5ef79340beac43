package org.vinculo.crm.audit.internal;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.shared.Json;

/** Field differences as they are stored. */
public final class Changes {

    private Changes() {}

    public static String toJson(List<FieldChange> changes) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (FieldChange change : changes) {
            JsonObjectBuilder object = Json.createObjectBuilder().add("f", change.field());
            if (change.before() != null) {
                object.add("b", change.before());
            }
            if (change.after() != null) {
                object.add("a", change.after());
            }
            array.add(object);
        }
        return array.build().toString();
    }

    public static List<FieldChange> fromJson(String json) {
        if (json == null) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(object -> new FieldChange(
                            object.getString("f"), object.getString("b", null), object.getString("a", null)))
                    .toList();
        }
    }
}
