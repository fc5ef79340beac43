package org.vinculo.crm.backoffice.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ContactHours;
import org.vinculo.crm.consent.Frequency;
import org.vinculo.crm.consent.LedgerEntry;
import org.vinculo.crm.consent.PreferenceSheet;
import org.vinculo.crm.consent.PreferenceSheet.ChannelChoice;
import org.vinculo.crm.consent.PreferenceSheet.PurposeChoice;
import org.vinculo.crm.consent.PreferenceSheet.Way;
import org.vinculo.crm.consent.PreferenceWish;
import org.vinculo.crm.consent.Source;
import org.vinculo.crm.consent.Told;
import org.vinculo.crm.consent.Topic;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Json;

/** Preferences as JSON. What is read can be sent back; what is left out then stays as it is. */
final class PreferencesPayload {

    private final PreferenceSheet sheet;
    private final JsonObject body;

    PreferencesPayload(PreferenceSheet sheet, JsonObject body) {
        this.sheet = sheet;
        this.body = body;
    }

    static JsonObject of(PreferenceSheet sheet, List<LedgerEntry> ledger) {
        return new JsonOut()
                .put("language", sheet.language().toLanguageTag())
                .put("channels", sheet.ways(), way -> way(sheet, way))
                .put("times", times(sheet))
                .put("frequency", sheet.frequency())
                .put("pausedUntil", sheet.pausedUntil())
                .put("marketingStopped", sheet.isStopped())
                .put("stoppedAt", sheet.stoppedAt())
                .put("purposes", sheet.purposes(), purpose -> purpose(purpose, ledger))
                .build();
    }

    private static JsonObject way(PreferenceSheet sheet, Way way) {
        JsonOut out = new JsonOut()
                .put("channel", way.channel())
                .put("address", way.address())
                .put("state", way.state())
                .put("verifiedAt", way.verifiedAt());
        if (way.channel() == sheet.first()) {
            return out.put("choice", 1).build();
        }
        return way.channel() == sheet.second()
                ? out.put("choice", 2).build()
                : out.put("choice", JsonValue.NULL).build();
    }

    private static JsonObject times(PreferenceSheet sheet) {
        ContactHours hours = sheet.hours();
        return new JsonOut()
                .put("days", hours.days().stream().sorted().toList(), day -> Json.createValue(day.name()))
                .put("from", hours.from().toString())
                .put("until", hours.until().toString())
                .put("zone", hours.zone().getId())
                .put("named", sheet.hoursNamed())
                .build();
    }

    private static JsonObject purpose(PurposeChoice purpose, List<LedgerEntry> ledger) {
        return new JsonOut()
                .put("code", purpose.code())
                .put("title", purpose.title())
                .put("legalBasis", purpose.legalBasis())
                .put("enforcement", purpose.enforcement())
                .put("wordingEdition", purpose.wordingEdition())
                .put("wordingLanguage", purpose.wordingLanguage())
                .put("channels", purpose.channels(), choice -> choice(purpose, choice, ledger))
                .build();
    }

    private static JsonObject choice(PurposeChoice purpose, ChannelChoice choice, List<LedgerEntry> ledger) {
        JsonObject evidence = ledger.stream()
                .filter(entry -> entry.topic() == Topic.CONSENT
                        && purpose.code().equals(entry.purpose())
                        && entry.channel() == choice.channel())
                .findFirst()
                .map(PreferencesPayload::evidence)
                .orElse(null);
        return new JsonOut()
                .put("channel", choice.channel())
                .put("allowed", choice.allowed())
                .put("state", choice.state())
                .put("since", choice.since())
                .put("endsAt", choice.endsAt())
                .put("evidence", evidence)
                .build();
    }

    private static JsonObject evidence(LedgerEntry entry) {
        JsonOut out = new JsonOut()
                .put("id", entry.publicId())
                .put("at", entry.at())
                .put("actorKind", entry.actorKind())
                .put("actor", entry.actorName())
                .put("source", entry.source())
                .put("toldOn", entry.toldOn())
                .put("note", entry.note())
                .put("address", entry.address())
                .put("ip", entry.ip())
                .put("wordingLanguage", entry.wordingLanguage())
                .put("disputed", entry.disputed());
        return entry.wordingEdition() == null
                ? out.put("wordingEdition", JsonValue.NULL).build()
                : out.put("wordingEdition", entry.wordingEdition()).build();
    }

    PreferenceWish wish() {
        List<Channel> choices = choices();
        return new PreferenceWish(
                sheet.version(),
                choices.isEmpty() ? null : choices.get(0),
                choices.size() < 2 ? null : choices.get(1),
                hours(),
                text("language").map(Locale::forLanguageTag).orElse(null),
                text("frequency")
                        .map(name -> choice(Frequency.class, "frequency", name))
                        .orElse(null),
                body.containsKey("pausedUntil")
                        ? text("pausedUntil")
                                .map(day -> parsed("pausedUntil", "date", day, LocalDate::parse))
                                .orElse(null)
                        : sheet.pausedUntil(),
                allowed());
    }

    /** Whether all marketing is to be stopped, or null when the body does not say. */
    Boolean stopped() {
        return body.containsKey("marketingStopped") ? body.getBoolean("marketingStopped") : null;
    }

    Told told() {
        JsonObject evidence = body.containsKey("evidence") && !body.isNull("evidence")
                ? body.getJsonObject("evidence")
                : JsonValue.EMPTY_JSON_OBJECT;
        String source = evidence.getString("source", Source.API.name());
        String toldOn = evidence.getString("toldOn", null);
        return new Told(
                choice(Source.class, "source", source),
                toldOn == null ? null : parsed("toldOn", "date", toldOn, LocalDate::parse),
                evidence.getString("note", null));
    }

    /** First and second choice: names in their order, or the objects of an answer with their choice. */
    private List<Channel> choices() {
        if (!body.containsKey("channels")) {
            return Stream.of(sheet.first(), sheet.second())
                    .filter(channel -> channel != null)
                    .toList();
        }
        Map<Integer, Channel> ranked = new LinkedHashMap<>();
        for (JsonValue value : body.getJsonArray("channels")) {
            if (value instanceof JsonString name) {
                ranked.put(ranked.size() + 1, choice(Channel.class, "channels", name.getString()));
            } else if (!value.asJsonObject().isNull("choice")) {
                JsonObject way = value.asJsonObject();
                ranked.put(way.getInt("choice"), choice(Channel.class, "channels", way.getString("channel")));
            }
        }
        List<Channel> choices = new ArrayList<>();
        ranked.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> choices.add(each.getValue()));
        if (choices.size() > 2) {
            throw InvalidInput.field("channels", "tooLarge", 2);
        }
        return choices;
    }

    private ContactHours hours() {
        if (!body.containsKey("times") || body.isNull("times")) {
            return null;
        }
        JsonObject times = body.getJsonObject("times");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonString day : times.getJsonArray("days").getValuesAs(JsonString.class)) {
            days.add(choice(DayOfWeek.class, "times.days", day.getString()));
        }
        if (days.isEmpty()) {
            throw InvalidInput.field("times.days", "consent.error.noDay");
        }
        return new ContactHours(
                days,
                parsed("times.from", "invalid", times.getString("from"), LocalTime::parse),
                parsed("times.until", "invalid", times.getString("until"), LocalTime::parse),
                parsed(
                        "times.zone",
                        "choice",
                        times.getString("zone", sheet.zone().getId()),
                        ZoneId::of));
    }

    private Map<String, Set<Channel>> allowed() {
        Map<String, Set<Channel>> allowed = new LinkedHashMap<>();
        if (!body.containsKey("purposes")) {
            return allowed;
        }
        for (JsonObject purpose : body.getJsonArray("purposes").getValuesAs(JsonObject.class)) {
            String code = purpose.getString("code");
            PurposeChoice present = sheet.purposes().stream()
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> InvalidInput.field("purposes.code", "choice"));
            allowed.put(code, allowed(present, purpose.getJsonArray("channels")));
        }
        return allowed;
    }

    private static Set<Channel> allowed(PurposeChoice present, JsonArray channels) {
        Set<Channel> allowed = EnumSet.noneOf(Channel.class);
        present.channels().stream()
                .filter(ChannelChoice::allowed)
                .map(ChannelChoice::channel)
                .forEach(allowed::add);
        for (JsonObject each : channels.getValuesAs(JsonObject.class)) {
            Channel channel = choice(Channel.class, "purposes.channels", each.getString("channel"));
            if (each.getBoolean("allowed")) {
                allowed.add(channel);
            } else {
                allowed.remove(channel);
            }
        }
        return allowed;
    }

    private Optional<String> text(String name) {
        return body.containsKey(name) && !body.isNull(name) ? Optional.of(body.getString(name)) : Optional.empty();
    }

    static <E extends Enum<E>> E choice(Class<E> type, String field, String name) {
        return parsed(field, "choice", name, each -> Enum.valueOf(type, each));
    }

    private static <T> T parsed(String field, String code, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw InvalidInput.field(field, code);
        }
    }
}
