package org.vinculo.crm.exchange.internal.out;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.internal.contact.ContactAddress;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomerExport;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Phrases;

/** A customer as the cells of an export; what is written so is read as the same by an import. */
final class CustomerCells {

    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final CustomerExport.Exported customer;
    private final Map<String, Phrase> extras;
    private final Map<String, String> custom;
    private final Locale locale;
    private final ZoneId zone;

    CustomerCells(
            CustomerExport.Exported customer,
            Map<String, Phrase> extras,
            Map<String, String> custom,
            Locale locale,
            ZoneId zone) {
        this.customer = customer;
        this.extras = extras;
        this.custom = custom;
        this.locale = locale;
        this.zone = zone;
    }

    List<String> cells(List<String> columns) {
        return columns.stream().map(this::cell).toList();
    }

    private String cell(String column) {
        return switch (column) {
            case ExportColumns.OWNER -> text(customer.owner());
            case ExportColumns.CREATED_AT -> moment(customer.createdAt(), zone);
            case ExportColumns.CHANGED_AT -> moment(customer.changedAt(), zone);
            default ->
                ImportField.ofCode(column, ImportKind.CUSTOMERS)
                        .map(this::field)
                        .orElseGet(() -> more(column));
        };
    }

    /** Fields of administrators as they are kept, so that a file taken in again changes nothing. */
    private String more(String column) {
        return column.startsWith(CustomEntry.PREFIX)
                ? text(custom.get(column.substring(CustomEntry.PREFIX.length())))
                : Phrases.write(extras.get(column), locale, zone);
    }

    private String field(ImportField field) {
        CustomerForm form = customer.form();
        return switch (field) {
            case CRM_ID -> form.getPublicId();
            case EXTERNAL_ID -> text(form.getExternalId());
            case KIND -> form.getKind().name();
            case STAGE -> form.getStage().name();
            case NAME -> text(customer.name());
            case GIVEN_NAME -> text(form.getGivenName());
            case FAMILY_NAME -> text(form.getFamilyName());
            case EMAIL -> first(values(form, ContactPointType.EMAIL));
            case EMAIL2 -> others(values(form, ContactPointType.EMAIL));
            case PHONE -> first(phones(form));
            case PHONE2 -> others(phones(form));
            case STREET -> text(address(form).getStreet());
            case ADDRESS_EXTRA -> text(address(form).getExtra());
            case DISTRICT -> text(address(form).getDistrict());
            case CITY -> text(address(form).getCity());
            case REGION -> text(address(form).getRegion());
            case POSTAL_CODE -> text(address(form).getPostalCode());
            case COUNTRY -> text(address(form).getCountry());
            case ADDRESS_VALID_FROM -> text(address(form).getValidFrom());
            case ADDRESS_VALID_TO -> text(address(form).getValidTo());
            case OTHER_ADDRESSES ->
                String.join(
                        "\n",
                        points(form, ContactPointType.POSTAL).stream()
                                .skip(1)
                                .map(CustomerCells::line)
                                .toList());
            case BIRTH_DATE -> text(form.getBirthDate());
            case TAX_ID -> text(form.getTaxId());
            case LANGUAGE -> text(form.getLanguage());
            case WEBSITE -> String.join("\n", values(form, ContactPointType.WEB));
            case SOCIAL -> String.join("\n", values(form, ContactPointType.SOCIAL));
            case ACQUIRED_VIA -> text(form.getAcquiredVia());
            case ACQUIRED_FROM -> text(form.getAcquiredFrom());
            case NOTES -> text(form.getNotes());
            default -> "";
        };
    }

    private static String line(ContactForm point) {
        return new ContactAddress(
                        point.getStreet(),
                        point.getExtra(),
                        point.getDistrict(),
                        point.getCity(),
                        point.getRegion(),
                        point.getPostalCode(),
                        point.getCountry())
                .write();
    }

    static ContactForm address(CustomerForm form) {
        List<ContactForm> addresses = points(form, ContactPointType.POSTAL);
        return addresses.isEmpty() ? new ContactForm() : addresses.get(0);
    }

    /** The contact points of one type, the primary one first. */
    static List<ContactForm> points(CustomerForm form, ContactPointType type) {
        return form.contacts(type).stream()
                .sorted(Comparator.comparing(point -> !point.isPrimary()))
                .toList();
    }

    static List<String> values(CustomerForm form, ContactPointType type) {
        return points(form, type).stream()
                .map(ContactForm::getValue)
                .filter(Objects::nonNull)
                .toList();
    }

    static List<String> phones(CustomerForm form) {
        return values(form, ContactPointType.PHONE).stream()
                .map(value -> PhoneNumbers.e164(value, null).orElse(value))
                .toList();
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.get(0);
    }

    private static String others(List<String> values) {
        return values.size() < 2 ? "" : String.join("; ", values.subList(1, values.size()));
    }

    static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    static String moment(Instant instant, ZoneId zone) {
        return instant == null
                ? ""
                : MOMENT.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
