package org.vinculo.crm.exchange.internal.match;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.vinculo.crm.exchange.ColumnRef;
import org.vinculo.crm.exchange.ConsentEvidence;
import org.vinculo.crm.exchange.ImportProfile;
import org.vinculo.crm.exchange.OverwritePolicy;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Json;

/** Import profiles as scripts send them and as they are stored. */
public final class ProfileJson {

    private static final int MAX_LENGTH = 64 * 1024;
    private static final Set<String> PROPERTIES = Set.of(
            "header",
            "delimiter",
            "encoding",
            "dateFormat",
            "decimalSeparator",
            "zone",
            "currency",
            "columns",
            "createMissingCustomers",
            "cancelPrefix",
            "matchKeys",
            "overwrite",
            "phoneCountry",
            "customerKind",
            "fieldFormats",
            "consent");

    private ProfileJson() {}

    /** @throws InvalidInput when the text is not a profile */
    public static ImportProfile read(String json) {
        if (json == null || json.isBlank()) {
            return ImportProfile.EMPTY;
        }
        if (json.length() > MAX_LENGTH) {
            throw InvalidInput.field("profile", "tooLong", MAX_LENGTH);
        }
        JsonObject object;
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            object = reader.readObject();
        } catch (JsonException | IllegalStateException notJson) {
            throw InvalidInput.field("profile", "exchange.profile.notJson");
        }
        for (String property : object.keySet()) {
            if (!PROPERTIES.contains(property)) {
                throw InvalidInput.field("profile." + property, "exchange.profile.unknown");
            }
        }
        return new ImportProfile(
                flag(object, "header"),
                raw(object, "delimiter"),
                text(object, "encoding"),
                text(object, "dateFormat"),
                text(object, "decimalSeparator"),
                text(object, "zone"),
                text(object, "currency"),
                map(object, "columns", ProfileJson::column),
                flag(object, "createMissingCustomers"),
                text(object, "cancelPrefix"),
                list(object),
                map(object, "overwrite", ProfileJson::policy),
                text(object, "phoneCountry"),
                text(object, "customerKind"),
                map(object, "fieldFormats", value -> ((JsonString) value).getString()),
                consent(object));
    }

    private static InvalidInput wrong(String property) {
        return InvalidInput.field("profile." + property, "invalid");
    }

    private static Boolean flag(JsonObject object, String property) {
        JsonValue value = object.getOrDefault(property, JsonValue.NULL);
        return switch (value.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            default -> throw wrong(property);
        };
    }

    private static String text(JsonObject object, String property) {
        String value = raw(object, property);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String raw(JsonObject object, String property) {
        JsonValue value = object.getOrDefault(property, JsonValue.NULL);
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        if (!(value instanceof JsonString string) || string.getString().length() > 200) {
            throw wrong(property);
        }
        return string.getString().isEmpty() ? null : string.getString();
    }

    private static <T> Map<String, T> map(JsonObject object, String property, Function<JsonValue, T> reader) {
        JsonValue value = object.getOrDefault(property, JsonValue.NULL);
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        if (!(value instanceof JsonObject members)) {
            throw wrong(property);
        }
        Map<String, T> map = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            try {
                T read = reader.apply(member);
                if (read != null) {
                    map.put(name, read);
                }
            } catch (ClassCastException | IllegalArgumentException | ArithmeticException unusable) {
                throw wrong(property + "." + name);
            }
        });
        return map;
    }

    private static ColumnRef column(JsonValue value) {
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        return value instanceof JsonNumber number
                ? ColumnRef.at(number.intValueExact())
                : ColumnRef.named(((JsonString) value).getString());
    }

    private static OverwritePolicy policy(JsonValue value) {
        return OverwritePolicy.valueOf(((JsonString) value).getString());
    }

    private static List<String> list(JsonObject object) {
        JsonValue value = object.getOrDefault("matchKeys", JsonValue.NULL);
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        try {
            return value.asJsonArray().getValuesAs(JsonString::getString);
        } catch (ClassCastException notTexts) {
            throw wrong("matchKeys");
        }
    }

    private static ConsentEvidence consent(JsonObject object) {
        JsonValue value = object.getOrDefault("consent", JsonValue.NULL);
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        if (!(value instanceof JsonObject members)) {
            throw wrong("consent");
        }
        return new ConsentEvidence(text(members, "source"), text(members, "date"));
    }

    public static String write(ImportProfile profile) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "header", profile.header());
        add(json, "delimiter", profile.delimiter());
        add(json, "encoding", profile.encoding());
        add(json, "dateFormat", profile.dateFormat());
        add(json, "decimalSeparator", profile.decimalSeparator());
        add(json, "zone", profile.zone());
        add(json, "currency", profile.currency());
        if (profile.columns() != null) {
            JsonObjectBuilder columns = Json.createObjectBuilder();
            profile.columns().forEach((field, column) -> {
                if (column.name() == null) {
                    columns.add(field, column.position());
                } else {
                    columns.add(field, column.name());
                }
            });
            json.add("columns", columns);
        }
        add(json, "createMissingCustomers", profile.createMissingCustomers());
        add(json, "cancelPrefix", profile.cancelPrefix());
        if (profile.matchKeys() != null) {
            json.add("matchKeys", Json.createArrayBuilder(profile.matchKeys()));
        }
        addAll(json, "overwrite", profile.overwrite());
        add(json, "phoneCountry", profile.phoneCountry());
        add(json, "customerKind", profile.customerKind());
        addAll(json, "fieldFormats", profile.fieldFormats());
        if (profile.consent() != null) {
            JsonObjectBuilder consent = Json.createObjectBuilder();
            add(consent, "source", profile.consent().source());
            add(consent, "date", profile.consent().date());
            json.add("consent", consent);
        }
        return json.build().toString();
    }

    private static void add(JsonObjectBuilder json, String property, Boolean value) {
        if (value != null) {
            json.add(property, value);
        }
    }

    private static void add(JsonObjectBuilder json, String property, String value) {
        if (value != null) {
            json.add(property, value);
        }
    }

    private static void addAll(JsonObjectBuilder json, String property, Map<String, ?> values) {
        if (!values.isEmpty()) {
            JsonObjectBuilder members = Json.createObjectBuilder();
            values.forEach((name, value) -> members.add(name, value.toString()));
            json.add(property, members);
        }
    }
}
