package org.vinculo.crm.party.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Base64;
import org.vinculo.crm.party.internal.CustomerOrder.Place;
import org.vinculo.crm.shared.InvalidInput;

/** A place in an order as text that scripts hand back: order, id, value and name, a line each. */
final class CustomerCursor {

    private static final int LINES = 4;

    private CustomerCursor() {}

    static String write(CustomerOrder order, Place place) {
        String plain = String.join(
                "\n",
                name(order),
                Long.toString(place.id()),
                place.value() == null ? "" : place.value().toString(),
                place.name());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Null for the beginning.
     *
     * @throws InvalidInput for a cursor that is mangled or of another order
     */
    static Place read(CustomerOrder order, String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            String[] lines =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", LINES);
            if (lines.length < LINES || !lines[0].equals(name(order))) {
                throw InvalidInput.field("cursor", "invalid");
            }
            return new Place(value(order, lines[2]), lines[3], Long.parseLong(lines[1]));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw InvalidInput.field("cursor", "invalid");
        }
    }

    private static String name(CustomerOrder order) {
        return (order.isAscending() ? "" : "-") + order.field();
    }

    private static Object value(CustomerOrder order, String text) {
        if (text.isEmpty()) {
            return order.kind() == CustomerOrder.Kind.TEXT ? text : null;
        }
        return switch (order.kind()) {
            case TEXT -> text;
            case NUMBER -> Double.valueOf(text);
            case INSTANT -> LocalDateTime.parse(text);
            case LEVEL -> order.isOfAnotherRoom() ? text : (Object) Long.valueOf(text);
        };
    }
}
