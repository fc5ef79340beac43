package org.vinculo.crm.party;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vinculo.crm.shared.Json;

/** A customer form as text, to keep it: what was there before an import, for example. */
public final class CustomerJson {

    private CustomerJson() {}

    public static String write(CustomerForm form) {
        JsonArrayBuilder contacts = Json.createArrayBuilder();
        form.getContacts().forEach(contact -> contacts.add(write(contact)));
        JsonObjectBuilder json = Json.createObjectBuilder();
        put(json, "publicId", form.getPublicId());
        json.add("version", form.getVersion());
        put(json, "kind", form.getKind());
        put(json, "stage", form.getStage());
        put(json, "externalId", form.getExternalId());
        put(json, "name", form.getName());
        put(json, "givenName", form.getGivenName());
        put(json, "familyName", form.getFamilyName());
        put(json, "birthDate", form.getBirthDate());
        put(json, "taxId", form.getTaxId());
        put(json, "language", form.getLanguage());
        put(json, "zone", form.getZone());
        put(json, "owner", form.getOwner());
        put(json, "acquiredFrom", form.getAcquiredFrom());
        put(json, "acquiredVia", form.getAcquiredVia());
        put(json, "notes", form.getNotes());
        if (!form.getCustom().isEmpty()) {
            JsonObjectBuilder custom = Json.createObjectBuilder();
            form.getCustom().forEach((code, value) -> {
                if (value == null) {
                    custom.addNull(code);
                } else {
                    custom.add(code, value);
                }
            });
            json.add("custom", custom);
        }
        return json.add("contacts", contacts).build().toString();
    }

    public static CustomerForm read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            CustomerForm form = new CustomerForm();
            form.setPublicId(json.getString("publicId", null));
            form.setVersion(json.getJsonNumber("version").longValue());
            form.setKind(get(json, "kind", CustomerKind::valueOf));
            form.setStage(get(json, "stage", CustomerStage::valueOf));
            form.setExternalId(json.getString("externalId", null));
            form.setName(json.getString("name", null));
            form.setGivenName(json.getString("givenName", null));
            form.setFamilyName(json.getString("familyName", null));
            form.setBirthDate(get(json, "birthDate", LocalDate::parse));
            form.setTaxId(json.getString("taxId", null));
            form.setLanguage(json.getString("language", null));
            form.setZone(json.getString("zone", null));
            form.setOwner(json.getString("owner", null));
            form.setAcquiredFrom(json.getString("acquiredFrom", null));
            form.setAcquiredVia(get(json, "acquiredVia", Channel::valueOf));
            form.setNotes(json.getString("notes", null));
            List<ContactForm> contacts = new ArrayList<>();
            for (JsonValue contact : json.getJsonArray("contacts")) {
                contacts.add(contact(contact.asJsonObject()));
            }
            form.setContacts(contacts);
            if (json.containsKey("custom")) {
                JsonObject custom = json.getJsonObject("custom");
                custom.keySet().forEach(code -> form.getCustom().put(code, custom.getString(code, null)));
            }
            return form;
        }
    }

    private static JsonObject write(ContactForm contact) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        put(json, "publicId", contact.getPublicId());
        put(json, "type", contact.getType());
        put(json, "value", contact.getValue());
        put(json, "label", contact.getLabel());
        put(json, "street", contact.getStreet());
        put(json, "extra", contact.getExtra());
        put(json, "district", contact.getDistrict());
        put(json, "city", contact.getCity());
        put(json, "region", contact.getRegion());
        put(json, "postalCode", contact.getPostalCode());
        put(json, "country", contact.getCountry());
        put(json, "validFrom", contact.getValidFrom());
        put(json, "validTo", contact.getValidTo());
        put(json, "verifiedAt", contact.getVerifiedAt());
        return json.add("primary", contact.isPrimary())
                .add("countryKnown", contact.isCountryKnown())
                .build();
    }

    private static ContactForm contact(JsonObject json) {
        ContactForm contact =
                new ContactForm(get(json, "type", ContactPointType::valueOf), json.getString("value", null));
        contact.setPublicId(json.getString("publicId", null));
        contact.setLabel(json.getString("label", null));
        contact.setStreet(json.getString("street", null));
        contact.setExtra(json.getString("extra", null));
        contact.setDistrict(json.getString("district", null));
        contact.setCity(json.getString("city", null));
        contact.setRegion(json.getString("region", null));
        contact.setPostalCode(json.getString("postalCode", null));
        contact.setCountry(json.getString("country", null));
        contact.setValidFrom(get(json, "validFrom", LocalDate::parse));
        contact.setValidTo(get(json, "validTo", LocalDate::parse));
        contact.setVerifiedAt(get(json, "verifiedAt", Instant::parse));
        contact.setPrimary(json.getBoolean("primary"));
        contact.setCountryKnown(json.getBoolean("countryKnown", false));
        return contact;
    }

    private static void put(JsonObjectBuilder json, String name, Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    private static <T> T get(JsonObject json, String name, Function<String, T> reader) {
        String text = json.getString(name, null);
        return text == null ? null : reader.apply(text);
    }
}
