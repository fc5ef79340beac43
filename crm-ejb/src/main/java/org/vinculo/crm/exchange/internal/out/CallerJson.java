package org.vinculo.crm.exchange.internal.out;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;

/** Whoever asked for an export, as text: the rows are read later with exactly the reach of that moment. */
public final class CallerJson {

    private CallerJson() {}

    /** @param reach how far the customers are read, which may be less than the caller sees */
    public static String write(Caller caller, Scope reach) {
        JsonObjectBuilder permissions = Json.createObjectBuilder();
        caller.permissions().forEach((permission, scope) -> permissions.add(permission.name(), scope.name()));
        permissions.add(Permission.CUSTOMER_VIEW.name(), reach.name());
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

    static Caller read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<Permission, Scope> permissions = new EnumMap<>(Permission.class);
            json.getJsonObject("permissions")
                    .forEach((name, scope) ->
                            permissions.put(Permission.valueOf(name), Scope.valueOf(((JsonString) scope).getString())));
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
