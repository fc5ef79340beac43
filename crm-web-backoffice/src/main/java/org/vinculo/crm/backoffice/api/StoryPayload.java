package org.vinculo.crm.backoffice.api;

import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.InteractionForm;
import org.vinculo.crm.interaction.InteractionRow;
import org.vinculo.crm.interaction.InteractionView;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.party.TimelineEntry;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Json;
import org.vinculo.crm.shared.Texts;

/** Timelines and conversations as JSON. */
final class StoryPayload {

    private StoryPayload() {}

    static JsonObject entry(TimelineEntry entry, Locale locale) {
        String details =
                entry.details().stream().map(detail -> text(detail, locale)).collect(Collectors.joining(" · "));
        return new JsonOut()
                .put("at", entry.at())
                .put("type", entry.type())
                .put("id", entry.publicId())
                .put("title", text(entry.title(), locale))
                .put("detail", details.isEmpty() ? null : details)
                .put("text", entry.quote())
                .put("amount", entry.amount() == null ? null : text(entry.amount(), locale))
                .build();
    }

    private static String text(Phrase phrase, Locale locale) {
        return Phrases.write(phrase, locale, ZoneOffset.UTC);
    }

    /** A conversation of a list, with whom it was. */
    static JsonObject row(InteractionRow row) {
        return Json.createObjectBuilder(of(row.view()))
                .add("customer", row.customer())
                .add("customerName", row.customerName())
                .add("files", row.files())
                .build();
    }

    static JsonObject of(InteractionView view) {
        return new JsonOut()
                .put("id", view.publicId())
                .put("externalId", view.externalId())
                .put("channel", view.channel())
                .put("direction", view.direction() == Direction.IN ? "INBOUND" : "OUTBOUND")
                .put("purpose", view.purpose())
                .put("topic", view.topic())
                .put("outcome", view.outcome())
                .put("sentiment", view.sentiment())
                .put("visibility", view.visibility())
                .put("startedAt", view.startedAt())
                .put(
                        "endedAt",
                        view.duration() == null ? null : view.startedAt().plus(view.duration()))
                .put("staff", view.staff())
                .put("body", view.body())
                .put("cost", view.cost() == null ? null : view.cost().amount())
                .put("currency", view.cost() == null ? null : view.cost().currency())
                .build();
    }

    /** Takes over what a merge patch names. */
    static void patch(InteractionForm form, JsonObject patch) {
        if (patch.containsKey("channel")) {
            form.setChannel(constant(patch, "channel", Channel.values(), null));
        }
        if (patch.containsKey("direction")) {
            form.setDirection(direction(patch));
        }
        if (patch.containsKey("purpose")) {
            form.setPurpose(constant(patch, "purpose", Purpose.values(), null));
        }
        if (patch.containsKey("outcome")) {
            form.setOutcome(constant(patch, "outcome", Outcome.values(), null));
        }
        if (patch.containsKey("sentiment")) {
            form.setSentiment(constant(patch, "sentiment", Sentiment.values(), null));
        }
        if (patch.containsKey("visibility")) {
            form.setVisibility(constant(patch, "visibility", Visibility.values(), null));
        }
        if (patch.containsKey("topic")) {
            form.setTopic(read(patch, "topic"));
        }
        if (patch.containsKey("body")) {
            form.setBody(read(patch, "body"));
        }
        if (patch.containsKey("related")) {
            form.setRelated(read(patch, "related"));
        }
    }

    static InteractionForm interaction(JsonObject body) {
        InteractionForm form = new InteractionForm();
        form.setChannel(constant(body, "channel", Channel.values(), null));
        form.setDirection(direction(body));
        form.setPurpose(constant(body, "purpose", Purpose.values(), Purpose.RELATIONSHIP));
        form.setOutcome(constant(body, "outcome", Outcome.values(), null));
        form.setSentiment(constant(body, "sentiment", Sentiment.values(), Sentiment.NEUTRAL));
        form.setVisibility(constant(body, "visibility", Visibility.values(), Visibility.INTERNAL));
        form.setTopic(topic(body, form.getChannel()));
        form.setBody(read(body, "body"));
        form.setExternalId(read(body, "externalId"));
        form.setRelated(read(body, "related"));
        form.setContinues(read(body, "continues"));
        form.setStartedAt(instant(body, "startedAt"));
        Instant ended = instant(body, "endedAt");
        if (ended != null && form.getStartedAt() != null) {
            if (ended.isBefore(form.getStartedAt())) {
                throw InvalidInput.field("endedAt", "dateOrder");
            }
            form.setMinutes((int) Duration.between(form.getStartedAt(), ended).toMinutes());
        }
        return form;
    }

    /** A conversation that nobody named is named by how it began, or by its channel. */
    private static String topic(JsonObject body, Channel channel) {
        String topic = read(body, "topic");
        if (topic != null) {
            return topic;
        }
        String text = read(body, "body");
        if (text == null || text.isBlank()) {
            return channel == null ? null : Texts.text(Texts.LOCALES.get(0), "party.channel." + channel);
        }
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }

    private static Direction direction(JsonObject body) {
        String given = read(body, "direction");
        if (given == null) {
            return null;
        }
        return switch (given) {
            case "INBOUND" -> Direction.IN;
            case "OUTBOUND" -> Direction.OUT;
            default -> throw InvalidInput.field("direction", "choice");
        };
    }

    private static <E extends Enum<E>> E constant(JsonObject body, String field, E[] constants, E otherwise) {
        E given = CustomerPayload.constant(field, constants, read(body, field));
        return given == null ? otherwise : given;
    }

    private static String read(JsonObject body, String field) {
        return body.containsKey(field) ? CustomerPayload.text(body, field) : null;
    }

    private static Instant instant(JsonObject body, String field) {
        try {
            String given = read(body, field);
            return given == null ? null : Instant.parse(given);
        } catch (DateTimeException noInstant) {
            throw InvalidInput.field(field, "date");
        }
    }
}
