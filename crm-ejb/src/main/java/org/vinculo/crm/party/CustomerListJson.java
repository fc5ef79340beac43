package org.vinculo.crm.party;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.vinculo.crm.shared.Json;

/** Which customers are wanted, as text: to hand a selection to a job or to another room. */
public final class CustomerListJson {

    private CustomerListJson() {}

    public static String write(CustomerList wanted) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        put(json, "q", wanted.q());
        put(json, "externalId", wanted.externalId());
        put(json, "kind", wanted.kind());
        put(json, "stage", wanted.stage());
        put(json, "owner", wanted.owner());
        put(json, "language", wanted.language());
        put(json, "country", wanted.country());
        put(json, "createdSince", wanted.createdSince());
        put(json, "changedSince", wanted.changedSince());
        json.add("deleted", wanted.deleted());
        JsonObjectBuilder more = Json.createObjectBuilder();
        wanted.more().forEach(more::add);
        json.add("more", more);
        if (wanted.where() != null) {
            json.add("where", Conditions.write(wanted.where()));
        }
        return json.build().toString();
    }

    public static CustomerList read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<String, String> more = new HashMap<>();
            json.getJsonObject("more")
                    .forEach((name, value) ->
                            more.put(name, json.getJsonObject("more").getString(name)));
            String kind = json.getString("kind", null);
            String stage = json.getString("stage", null);
            String owner = json.getString("owner", null);
            return new CustomerList(
                    json.getString("q", null),
                    json.getString("externalId", null),
                    kind == null ? null : CustomerKind.valueOf(kind),
                    stage == null ? null : CustomerStage.valueOf(stage),
                    owner == null ? null : CustomerList.Ownership.valueOf(owner),
                    json.getString("language", null),
                    json.getString("country", null),
                    instant(json, "createdSince"),
                    instant(json, "changedSince"),
                    json.getBoolean("deleted"),
                    more,
                    Conditions.read(json.getString("where", null)).orElse(null));
        }
    }

    private static Instant instant(JsonObject json, String name) {
        String text = json.getString(name, null);
        return text == null ? null : Instant.parse(text);
    }

    private static void put(JsonObjectBuilder json, String name, Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }
}
