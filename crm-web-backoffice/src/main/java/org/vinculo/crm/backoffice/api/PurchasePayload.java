package org.vinculo.crm.backoffice.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.purchase.PurchaseDetails;
import org.vinculo.crm.purchase.PurchaseForm;
import org.vinculo.crm.purchase.PurchaseLineView;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.shared.InvalidInput;

/** Purchases as JSON. A purchase of one line may be sent without the list of lines. */
final class PurchasePayload {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 1000;

    private PurchasePayload() {}

    static JsonObject of(PurchaseView purchase) {
        return json(purchase).build();
    }

    static JsonObject of(PurchaseDetails details) {
        return json(details.purchase())
                .put("customer", details.customerId())
                .put("lines", details.lines(), PurchasePayload::line)
                .build();
    }

    private static JsonOut json(PurchaseView purchase) {
        return new JsonOut()
                .put("id", purchase.publicId())
                .put("documentNumber", purchase.documentNumber())
                .put("purchasedAt", purchase.at())
                .put("purchasedOn", purchase.on())
                .put("kind", purchase.kind())
                .put("channel", purchase.channel())
                .put("currency", purchase.total().currency())
                .put("total", purchase.total().amount())
                .put("cost", purchase.cost())
                .put("lineCount", purchase.lines());
    }

    private static JsonObject line(PurchaseLineView line) {
        return new JsonOut()
                .put("product", line.product())
                .put("description", line.description())
                .put("quantity", line.quantity())
                .put("unitPrice", line.unitPrice())
                .put("discount", line.discount())
                .put("amount", line.amount().amount())
                .put("cost", line.cost())
                .build();
    }

    /** @throws InvalidInput naming every value that cannot be read */
    static PurchaseForm form(JsonObject body) {
        String at = text(body, "purchasedAt");
        List<PurchaseForm.Line> lines = new ArrayList<>();
        JsonValue several = body.getOrDefault("lines", JsonValue.NULL);
        if (several instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (!(array.get(i) instanceof JsonObject line)) {
                    throw InvalidInput.field("lines[" + i + "]", "invalid");
                }
                lines.add(line(line, "lines[" + i + "]."));
            }
        } else if (several != JsonValue.NULL) {
            throw InvalidInput.field("lines", "invalid");
        } else if (body.containsKey("amount") || body.containsKey("unitPrice")) {
            lines.add(line(body, ""));
        }
        return new PurchaseForm(
                moment(at),
                isDay(at) ? day(at) : null,
                text(body, "documentNumber"),
                text(body, "channel"),
                text(body, "currency"),
                lines);
    }

    private static PurchaseForm.Line line(JsonObject line, String path) {
        return new PurchaseForm.Line(
                text(line, "product"),
                text(line, "description"),
                number(line, "quantity", path),
                number(line, "unitPrice", path),
                number(line, "discount", path),
                number(line, "amount", path),
                number(line, "cost", path));
    }

    private static boolean isDay(String text) {
        return text != null && text.length() == "2024-01-31".length();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw InvalidInput.field("purchasedAt", "date");
        }
    }

    private static Instant moment(String text) {
        if (text == null || isDay(text)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw InvalidInput.field("purchasedAt", "date");
        }
    }

    private static String text(JsonObject object, String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonString string)) {
            throw InvalidInput.field(name, "invalid");
        }
        if (string.getString().length() > LONGEST_TEXT) {
            throw InvalidInput.field(name, "tooLong", LONGEST_TEXT);
        }
        return string.getString();
    }

    /** Numbers may be sent as strings, so that nobody rounds them on the way. */
    private static BigDecimal number(JsonObject object, String name, String path) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        boolean readable = value instanceof JsonString || value instanceof JsonNumber;
        if (!readable || text.length() > LONGEST_NUMBER) {
            throw InvalidInput.field(path + name, "number");
        }
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException unreadable) {
            throw InvalidInput.field(path + name, "number");
        }
    }

    static int place(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException unreadable) {
            throw InvalidInput.field("cursor", "invalid");
        }
    }
}
