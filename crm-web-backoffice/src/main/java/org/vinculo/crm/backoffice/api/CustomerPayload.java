package org.vinculo.crm.backoffice.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.Condition;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.ContactView;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomType;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerRow;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Json;
import org.vinculo.crm.shared.Texts;

/**
 * Customers as JSON. The flat fields ({@code email}, {@code phone}, {@code street} ...) stand for the main contact
 * point of each type; what is not in a patch stays, what is null is removed, what is not known here is ignored.
 */
final class CustomerPayload {

    private static final Map<String, BiConsumer<CustomerForm, String>> TEXTS = Map.of(
            "externalId", CustomerForm::setExternalId,
            "givenName", CustomerForm::setGivenName,
            "familyName", CustomerForm::setFamilyName,
            "taxId", CustomerForm::setTaxId,
            "language", CustomerForm::setLanguage,
            "zone", CustomerForm::setZone,
            "acquiredFrom", CustomerForm::setAcquiredFrom,
            "notes", CustomerForm::setNotes);

    private static final Map<String, ContactPointType> POINTS = Map.of(
            "email", ContactPointType.EMAIL,
            "phone", ContactPointType.PHONE,
            "social", ContactPointType.SOCIAL,
            "website", ContactPointType.WEB);

    private static final Map<String, BiConsumer<ContactForm, String>> ADDRESS = Map.of(
            "street", ContactForm::setStreet,
            "streetExtra", ContactForm::setExtra,
            "district", ContactForm::setDistrict,
            "city", ContactForm::setCity,
            "region", ContactForm::setRegion,
            "postalCode", ContactForm::setPostalCode,
            "country", ContactForm::setCountry);

    /** The main contact point whose days of validity a field says. */
    private static final Map<String, ContactPointType> VALID = Map.of(
            "email", ContactPointType.EMAIL,
            "phone", ContactPointType.PHONE,
            "address", ContactPointType.POSTAL);

    private static final int MOST_DIGITS = 40;

    private CustomerPayload() {}

    static JsonObject row(CustomerRow row) {
        return new JsonOut()
                .put("id", row.publicId())
                .put("externalId", row.externalId())
                .put("kind", row.kind())
                .put("stage", row.stage())
                .put("name", row.name())
                .put("email", row.email())
                .put("phone", row.phone())
                .put("city", row.city())
                .put("country", row.country())
                .put("language", row.language())
                .put("createdAt", row.createdAt())
                .put("updatedAt", row.changedAt())
                .build();
    }

    static JsonObject of(CustomerDetails customer, List<CustomEntry> custom) {
        JsonOut json = new JsonOut()
                .put("id", customer.ref().publicId())
                .put("externalId", customer.ref().externalId())
                .put("kind", customer.ref().kind())
                .put("stage", customer.ref().stage())
                .put("name", customer.ref().name())
                .put("givenName", customer.givenName())
                .put("familyName", customer.familyName())
                .put("birthDate", customer.birthDate())
                .put("taxId", customer.taxId())
                .put("language", customer.language())
                .put("email", main(customer, ContactPointType.EMAIL))
                .put("phone", main(customer, ContactPointType.PHONE))
                .put("social", main(customer, ContactPointType.SOCIAL))
                .put("website", main(customer, ContactPointType.WEB));
        ContactForm address = customer.address();
        return json.put("street", address == null ? null : address.getStreet())
                .put("streetExtra", address == null ? null : address.getExtra())
                .put("district", address == null ? null : address.getDistrict())
                .put("city", address == null ? null : address.getCity())
                .put("region", address == null ? null : address.getRegion())
                .put("postalCode", address == null ? null : address.getPostalCode())
                .put("country", address == null ? null : address.getCountry())
                .put("acquiredVia", customer.acquiredVia())
                .put("acquiredFrom", customer.acquiredFrom())
                .put("notes", customer.notes())
                .put("createdAt", customer.createdAt())
                .put("updatedAt", customer.changedAt())
                .put("contacts", customer.contacts(), CustomerPayload::contact)
                .put("customFields", custom(custom))
                .build();
    }

    /** By code: text, an ISO day or an amount as a string, a number as such, a multiple choice as its codes. */
    private static JsonObject custom(List<CustomEntry> entries) {
        JsonOut json = new JsonOut();
        entries.forEach(entry -> json.put(entry.getCode(), value(entry)));
        return json.build();
    }

    private static JsonValue value(CustomEntry entry) {
        if (!entry.isKnown()) {
            return entry.getType() == CustomType.MULTI ? JsonValue.EMPTY_JSON_ARRAY : JsonValue.NULL;
        }
        return switch (entry.getType()) {
            case NUMBER, FORMULA -> Json.createValue(new BigDecimal(entry.getValue()));
            case MULTI -> Json.createArrayBuilder(entry.getChosen()).build();
            default -> Json.createValue(entry.getValue());
        };
    }

    /** A field of administrators: what it holds and how it is filled. */
    static JsonObject field(CustomEntry entry) {
        return new JsonOut()
                .put("code", entry.getCode())
                .put("type", entry.getType())
                .put("labels", labels(entry))
                .put("currency", entry.getCurrency())
                .put("needed", entry.isNeeded())
                .put("editable", entry.isEditable())
                .put("choices", entry.getChoices(), choice -> new JsonOut()
                        .put("code", choice.code())
                        .put("label", String.valueOf(choice.text().args().get(0)))
                        .build())
                .build();
    }

    private static JsonObject labels(CustomEntry entry) {
        JsonOut labels = new JsonOut();
        Texts.LOCALES.forEach(locale -> labels.put(locale.toLanguageTag(), entry.label(locale)));
        return labels.build();
    }

    /** As a question about one field: a day is that day, everything else is exactly the value. */
    static Condition is(CustomEntry entry, String value) {
        String field = entry.column();
        return entry.getType() == CustomType.DATE
                ? new Condition.Group(
                        false,
                        List.of(
                                new Condition.Test(field, Condition.Operator.AT_LEAST, List.of(value)),
                                new Condition.Test(field, Condition.Operator.AT_MOST, List.of(value))))
                : new Condition.Test(field, Condition.Operator.IS, List.of(value));
    }

    private static JsonObject contact(ContactView contact) {
        return new JsonOut()
                .put("id", contact.publicId())
                .put("type", contact.type())
                .put("value", contact.value())
                .put("label", contact.label())
                .put("primary", contact.primary())
                .put("verifiedAt", contact.verifiedAt())
                .put("validFrom", contact.validFrom())
                .put("validTo", contact.validTo())
                .build();
    }

    private static String main(CustomerDetails customer, ContactPointType type) {
        return customer.contacts().stream()
                .filter(contact -> contact.type() == type && contact.primary())
                .map(contact -> type == ContactPointType.PHONE && contact.href() != null
                        ? contact.href().substring("tel:".length())
                        : contact.value())
                .findFirst()
                .orElse(null);
    }

    /** Puts what the body says into the form. */
    static void patch(CustomerForm form, JsonObject body) {
        if (body.containsKey("kind")) {
            form.setKind(constant("kind", CustomerKind.values(), text(body, "kind")));
        }
        if (body.containsKey("stage")) {
            form.setStage(constant("stage", CustomerStage.values(), text(body, "stage")));
        }
        if (body.containsKey("acquiredVia")) {
            form.setAcquiredVia(constant("acquiredVia", Channel.values(), text(body, "acquiredVia")));
        }
        if (body.containsKey("name")) {
            name(form, text(body, "name"));
        }
        if (body.containsKey("birthDate")) {
            form.setBirthDate(date("birthDate", text(body, "birthDate")));
        }
        if (body.get("customFields") instanceof JsonObject custom) {
            custom.keySet().forEach(code -> form.getCustom().put(code, value(custom.get(code))));
        }
        TEXTS.forEach((field, setter) -> {
            if (body.containsKey(field)) {
                setter.accept(form, text(body, field));
            }
        });
        POINTS.forEach((field, type) -> {
            if (body.containsKey(field)) {
                point(form, type, text(body, field));
            }
        });
        if (ADDRESS.keySet().stream().anyMatch(body::containsKey)) {
            address(form, body);
        }
        VALID.forEach((name, type) -> {
            valid(form, type, body, name + "ValidFrom", ContactForm::setValidFrom);
            valid(form, type, body, name + "ValidTo", ContactForm::setValidTo);
        });
    }

    /** From and until which day the main contact point of a type is used; there has to be one. */
    private static void valid(
            CustomerForm form,
            ContactPointType type,
            JsonObject body,
            String field,
            BiConsumer<ContactForm, LocalDate> setter) {
        if (!body.containsKey(field)) {
            return;
        }
        LocalDate day = date(field, text(body, field));
        ContactForm point = main(form, type);
        if (point != null) {
            setter.accept(point, day);
        } else if (day != null) {
            throw InvalidInput.field(field, "choice");
        }
    }

    private static String value(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> plain((JsonNumber) value);
            case ARRAY -> chosen(value.asJsonArray());
            default -> throw InvalidInput.field("customFields", "invalid");
        };
    }

    /** Written out only as long as it can be a value: a short number can stand for billions of digits. */
    private static String plain(JsonNumber value) {
        BigDecimal number = value.bigDecimalValue();
        return Math.abs((long) number.scale()) > MOST_DIGITS ? value.toString() : number.toPlainString();
    }

    private static String chosen(JsonArray codes) {
        if (codes.stream().anyMatch(code -> code.getValueType() != JsonValue.ValueType.STRING)) {
            throw InvalidInput.field("customFields", "invalid");
        }
        return codes.isEmpty() ? null : String.join(",", codes.getValuesAs(JsonString::getString));
    }

    /** The name of a person in one piece is cut at the first blank. */
    private static void name(CustomerForm form, String name) {
        if (form.getKind() != CustomerKind.PERSON) {
            form.setName(name);
            return;
        }
        String whole = name == null ? "" : name.strip();
        int blank = whole.indexOf(' ');
        form.setGivenName(blank < 0 ? whole : whole.substring(0, blank));
        form.setFamilyName(blank < 0 ? null : whole.substring(blank + 1));
    }

    private static void point(CustomerForm form, ContactPointType type, String value) {
        ContactForm present = main(form, type);
        if (value == null) {
            if (present != null) {
                form.removeContact(present);
            }
            return;
        }
        (present == null ? form.addContact(type, null) : present).setValue(value);
    }

    private static void address(CustomerForm form, JsonObject body) {
        ContactForm present = main(form, ContactPointType.POSTAL);
        ContactForm address = present == null ? form.addContact(ContactPointType.POSTAL, null) : present;
        ADDRESS.forEach((field, setter) -> {
            if (body.containsKey(field)) {
                setter.accept(address, text(body, field));
            }
        });
    }

    private static ContactForm main(CustomerForm form, ContactPointType type) {
        List<ContactForm> contacts = form.contacts(type);
        return contacts.stream().filter(ContactForm::isPrimary).findFirst().orElse(null);
    }

    static String text(JsonObject body, String field) {
        return body.get(field) == JsonValue.NULL ? null : body.getString(field);
    }

    static <E extends Enum<E>> E constant(String field, E[] constants, String name) {
        if (name == null) {
            return null;
        }
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw InvalidInput.field(field, "choice");
    }

    private static LocalDate date(String field, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw InvalidInput.field(field, "date");
        }
    }
}
