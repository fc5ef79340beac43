package org.vinculo.crm.party.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.PostalFormat;
import org.vinculo.crm.party.WebAddress;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.party.entity.PostalAddress;
import org.vinculo.crm.shared.EmailAddress;
import org.vinculo.crm.shared.Fields;
import org.vinculo.crm.shared.Normal;

/** Turns what was typed for a contact point into an address that can be stored and compared. */
final class ContactReader {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int VALUE_LENGTH = 320;

    private final Fields fields;
    private final String region;

    /** @param region country whose national telephone numbers are understood, or null */
    ContactReader(Fields fields, String region) {
        this.fields = fields;
        this.region = region;
    }

    /** The address, or null after saying what is wrong with it. */
    ContactPoint.Address read(String field, ContactForm form) {
        return switch (form.getType()) {
            case EMAIL -> email(field + ".value", form);
            case PHONE -> phone(field + ".value", form);
            case POSTAL -> postal(field, form);
            case SOCIAL -> social(field + ".value", form);
            case WEB -> web(field + ".value", form);
        };
    }

    private ContactPoint.Address email(String field, ContactForm form) {
        Optional<String> normal = EmailAddress.normal(form.getValue());
        if (normal.isEmpty()) {
            fields.wrong(field, "email");
            return null;
        }
        return new ContactPoint.Address(form.getType(), Normal.line(form.getValue()), normal.get(), null, null);
    }

    private ContactPoint.Address phone(String field, ContactForm form) {
        Optional<String> e164 = PhoneNumbers.e164(form.getValue(), region);
        if (e164.isEmpty()) {
            fields.wrong(field, "phone");
            return null;
        }
        return new ContactPoint.Address(form.getType(), e164.get(), e164.get(), PhoneNumbers.tail(e164.get()), null);
    }

    private ContactPoint.Address web(String field, ContactForm form) {
        Optional<String> address = WebAddress.safe(form.getValue());
        if (address.isEmpty()) {
            fields.wrong(field, "party.error.web");
            return null;
        }
        return new ContactPoint.Address(form.getType(), address.get(), address.get(), null, null);
    }

    /** A profile page or a handle such as @name; anything with another scheme is refused. */
    private ContactPoint.Address social(String field, ContactForm form) {
        String typed = fields.required(field, form.getValue(), 300);
        if (typed == null) {
            return null;
        }
        if (typed.indexOf(':') < 0 && typed.indexOf('/') < 0) {
            String handle = typed.startsWith("@") ? typed : "@" + typed;
            return new ContactPoint.Address(
                    form.getType(),
                    handle,
                    Normal.fold(form.getLabel()) + " " + handle.toLowerCase(Locale.ROOT),
                    null,
                    null);
        }
        return web(field, form);
    }

    private ContactPoint.Address postal(String field, ContactForm form) {
        int before = fields.errors().size();
        String country = country(field, form.getCountry());
        String code = fields.line(field + ".postalCode", form.getPostalCode(), 20);
        if (code != null) {
            Optional<String> written = PostalFormat.of(country).code(code);
            if (written.isEmpty()) {
                fields.wrong(field + ".postalCode", "party.error.postalCode");
            }
            code = written.orElse(code);
        }
        PostalAddress address = new PostalAddress(
                fields.line(field + ".street", form.getStreet(), 200),
                fields.line(field + ".extra", form.getExtra(), 200),
                fields.line(field + ".district", form.getDistrict(), 100),
                fields.line(field + ".city", form.getCity(), 100),
                fields.line(field + ".region", form.getRegion(), 100),
                code,
                country);
        boolean onlyCountry = form.isCountryKnown() && country != null;
        if (address.getStreet() == null && address.getCity() == null && code == null && !onlyCountry) {
            fields.wrong(field + ".street", "required");
        }
        if (fields.errors().size() > before) {
            return null;
        }
        return new ContactPoint.Address(form.getType(), cut(address.oneLine()), cut(address.key()), null, address);
    }

    private String country(String field, String typed) {
        String country = Normal.line(typed);
        if (country == null) {
            return null;
        }
        String code = country.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            fields.wrong(field + ".country", "choice");
            return null;
        }
        return code;
    }

    private static String cut(String text) {
        return text.length() <= VALUE_LENGTH ? text : text.substring(0, VALUE_LENGTH);
    }
}
