package org.vinculo.crm.exchange.internal.run;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import org.vinculo.crm.purchase.LineState;
import org.vinculo.crm.shared.Json;

/** The state of a purchase line as text, to keep it for an undo. */
final class LineJson {

    private LineJson() {}

    static String write(LineState state) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        put(json, "product", state.product());
        put(json, "description", state.description());
        put(json, "quantity", state.quantity());
        put(json, "unitPrice", state.unitPrice());
        put(json, "discount", state.discount());
        put(json, "amount", state.amount());
        put(json, "cost", state.cost());
        return json.build().toString();
    }

    static LineState read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new LineState(
                    json.getString("product", null),
                    json.getString("description", null),
                    number(json, "quantity"),
                    number(json, "unitPrice"),
                    number(json, "discount"),
                    number(json, "amount"),
                    number(json, "cost"));
        }
    }

    private static void put(JsonObjectBuilder json, String name, Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    private static BigDecimal number(JsonObject json, String name) {
        String text = json.getString(name, null);
        return text == null ? null : new BigDecimal(text);
    }
}
