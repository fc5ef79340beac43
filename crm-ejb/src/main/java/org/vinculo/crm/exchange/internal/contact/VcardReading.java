package org.vinculo.crm.exchange.internal.contact;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.parameter.VCardParameters;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Impp;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import ezvcard.property.Uid;
import ezvcard.property.VCardProperty;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vinculo.crm.shared.PublicId;

/** Understands the text of a vCard of any version. Pictures, sounds and keys are not kept. */
public final class VcardReading {

    /** Where our own cards say what vCard has no word for. */
    public static final String EXTERNAL_ID = "X-VINCULO-EXTERNAL-ID";

    public static final String STAGE = "X-VINCULO-STAGE";
    public static final String TAX_ID = "X-VINCULO-TAX-ID";
    public static final String DISTRICT = "X-VINCULO-DISTRICT";

    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>\\s@]++@[^<>\\s]++)>");
    private static final Set<String> SOCIAL = Set.of(
            "X-AIM",
            "X-ICQ",
            "X-JABBER",
            "X-MSN",
            "X-YAHOO",
            "X-SKYPE",
            "X-SKYPE-USERNAME",
            "X-GOOGLE-TALK",
            "X-GTALK",
            "X-GADUGADU",
            "X-QQ",
            "X-TWITTER",
            "X-SOCIALPROFILE");

    private VcardReading() {}

    /** The card, or null when the text holds none. */
    public static VCard parse(String text) throws IOException {
        try (VCardReader reader = new VCardReader(text)) {
            return reader.readNext();
        }
    }

    static Contact contact(VCard card) {
        Contact contact = new Contact();
        name(card, contact);
        work(card, contact);
        reach(card, contact);
        card.getAddresses().forEach(address -> contact.add(address(address)));
        birthday(card, contact);
        ours(card, contact);
        if (!card.getLanguages().isEmpty()) {
            contact.language = text(card.getLanguages().get(0));
        }
        card.getNotes().forEach(note -> Contact.add(contact.notes, text(note)));
        return contact;
    }

    private static void name(VCard card, Contact contact) {
        contact.formatted = card.getFormattedName() == null ? null : line(text(card.getFormattedName()));
        StructuredName name = card.getStructuredName();
        if (name != null) {
            contact.given = line(name.getGiven());
            contact.family = line(name.getFamily());
        }
        if (card.getNickname() != null) {
            contact.nickname = line(String.join(" ", card.getNickname().getValues()));
        }
        if (card.getKind() != null) {
            contact.kind = text(card.getKind());
        } else if (card.getExtendedProperties("X-ABShowAs").stream()
                .anyMatch(shown -> "COMPANY".equalsIgnoreCase(shown.getValue()))) {
            contact.kind = "org";
        }
    }

    private static void work(VCard card, Contact contact) {
        List<String> units = new ArrayList<>();
        for (Organization organisation : card.getOrganizations()) {
            organisation.getValues().forEach(unit -> Contact.add(units, unit));
        }
        if (!units.isEmpty()) {
            boolean alone = contact.given == null && contact.family == null;
            contact.organisation = alone && Objects.equals(contact.formatted, units.get(0))
                    ? units.get(0)
                    : line(String.join(", ", units));
        }
        contact.title = line(card.getTitles().stream()
                .map(VcardReading::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ")));
    }

    private static void reach(VCard card, Contact contact) {
        preferredFirst(card.getEmails()).forEach(email -> Contact.add(contact.emails, address(text(email))));
        for (Telephone number : preferredFirst(card.getTelephoneNumbers())) {
            String text =
                    number.getUri() == null ? number.getText() : number.getUri().toString();
            if (text != null && text.toLowerCase(Locale.ROOT).startsWith("sip:")) {
                Contact.add(contact.socials, text);
            } else {
                Contact.add(contact.phones, text);
            }
        }
        card.getUrls().forEach(url -> Contact.add(contact.websites, text(url)));
        for (Impp messenger : card.getImpps()) {
            Contact.add(
                    contact.socials,
                    messenger.getUri() == null ? null : messenger.getUri().toString());
        }
        for (RawProperty property : card.getExtendedProperties()) {
            if (SOCIAL.contains(property.getPropertyName().toUpperCase(Locale.ROOT))) {
                Contact.add(contact.socials, property.getValue());
            }
        }
    }

    /** Old cards mark the preferred one among its types, new ones by a number. */
    private static <T extends VCardProperty> List<T> preferredFirst(List<T> properties) {
        return properties.stream()
                .sorted(Comparator.comparing(property -> !isPreferred(property.getParameters())))
                .toList();
    }

    private static boolean isPreferred(VCardParameters parameters) {
        return parameters.getTypes().stream().anyMatch("pref"::equalsIgnoreCase)
                || "1".equals(parameters.first(VCardParameters.PREF));
    }

    /** The address in a value such as {@code "Ana" <ana@x.example>}. */
    private static String address(String value) {
        Matcher bracketed = IN_BRACKETS.matcher(Objects.toString(value, ""));
        return bracketed.find() ? bracketed.group(1) : value;
    }

    private static ContactAddress address(Address address) {
        List<String> extra = new ArrayList<>(address.getExtendedAddresses());
        extra.addAll(address.getPoBoxes());
        String street = joined(address.getStreetAddresses());
        String district = address.getParameter(DISTRICT);
        ContactAddress read = new ContactAddress(
                street,
                joined(extra),
                line(district),
                joined(address.getLocalities()),
                joined(address.getRegions()),
                joined(address.getPostalCodes()),
                joined(address.getCountries()));
        return read.isBlank() && address.getLabel() != null
                ? new ContactAddress(line(address.getLabel()), null, null, null, null, null, null)
                : read;
    }

    private static void birthday(VCard card, Contact contact) {
        Birthday birthday = card.getBirthday();
        if (birthday == null) {
            return;
        }
        Temporal date = birthday.getDate();
        boolean whole = date != null
                && date.isSupported(ChronoField.YEAR)
                && date.isSupported(ChronoField.MONTH_OF_YEAR)
                && date.isSupported(ChronoField.DAY_OF_MONTH);
        if (whole) {
            contact.birthday = DateTimeFormatter.ISO_LOCAL_DATE.format(LocalDate.from(date));
        } else if (birthday.getPartialDate() != null) {
            Contact.add(contact.notes, "BDAY " + birthday.getPartialDate().toISO8601(true));
        } else if (birthday.getText() != null) {
            Contact.add(contact.notes, "BDAY " + birthday.getText());
        }
    }

    private static void ours(VCard card, Contact contact) {
        Uid uid = card.getUid();
        if (uid != null && PublicId.isWellFormed(uid.getValue())) {
            contact.crmId = uid.getValue();
        }
        contact.externalId = extended(card, EXTERNAL_ID);
        contact.stage = extended(card, STAGE);
        contact.taxId = extended(card, TAX_ID);
    }

    private static String extended(VCard card, String name) {
        RawProperty property = card.getExtendedProperty(name);
        return property == null ? null : line(property.getValue());
    }

    private static String text(TextProperty property) {
        return property.getValue();
    }

    private static String joined(List<String> parts) {
        return line(parts.stream().filter(Objects::nonNull).collect(Collectors.joining(", ")));
    }

    private static String line(String text) {
        String clean = text == null ? "" : Lines.joined(text);
        return clean.isEmpty() ? null : clean;
    }
}
