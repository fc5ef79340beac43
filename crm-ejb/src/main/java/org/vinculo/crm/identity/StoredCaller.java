package org.vinculo.crm.identity;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.shared.Json;

/** Who asked for work that is done later: it reaches as far as they did when they asked, and is theirs in the trail. */
public final class StoredCaller {

    private StoredCaller() {}

    /** @param allowed of what the caller may do, that which the work needs, as far as it is to reach */
    public static String write(Caller caller, Map<Permission, Scope> allowed) {
        JsonObjectBuilder permissions = Json.createObjectBuilder();
        allowed.forEach((permission, scope) -> permissions.add(permission.code(), scope.name()));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("kind", caller.kind().name())
                .add("name", caller.name() == null ? "-" : caller.name())
                .add("locale", caller.locale().toLanguageTag())
                .add("zone", caller.zone().getId())
                .add("permissions", permissions);
        if (caller.accountId() != null) {
            json.add("account", caller.accountId());
        }
        if (caller.teamId() != null) {
            json.add("team", caller.teamId());
        }
        return json.build().toString();
    }

    /** A permission that does not exist any more is left out. */
    public static Caller read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<Permission, Scope> permissions = new EnumMap<>(Permission.class);
            JsonObject codes = json.getJsonObject("permissions");
            codes.keySet().forEach(code -> Permission.ofCode(code)
                    .ifPresent(permission -> permissions.put(permission, Scope.valueOf(codes.getString(code)))));
            return new Caller(
                    Caller.Kind.valueOf(json.getString("kind")),
                    json.containsKey("account") ? json.getJsonNumber("account").longValue() : null,
                    json.getString("name"),
                    null,
                    json.containsKey("team") ? json.getJsonNumber("team").longValue() : null,
                    permissions,
                    null,
                    null,
                    null,
                    null,
                    Locale.forLanguageTag(json.getString("locale")),
                    ZoneId.of(json.getString("zone")));
        }
    }
}
