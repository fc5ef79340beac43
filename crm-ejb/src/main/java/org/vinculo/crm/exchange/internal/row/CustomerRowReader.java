package org.vinculo.crm.exchange.internal.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.internal.contact.ContactAddress;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.match.CustomColumn;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.exchange.internal.value.Countries;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.TaxId;
import org.vinculo.crm.shared.EmailAddress;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicId;

/** Understands the records of a file of customers. */
public final class CustomerRowReader {

    private static final Pattern BETWEEN_EMAILS = Pattern.compile("\\s*[;,/|]\\s*|\\s+");
    private static final Pattern BETWEEN_CONTACTS = Pattern.compile(";");
    private static final Set<String> ORGANISATION = Set.of(
            "organisation",
            "organization",
            "company",
            "business",
            "b2b",
            "pj",
            "pessoa juridica",
            "juridica",
            "empresa",
            "organizacao",
            "organizacion",
            "persona juridica",
            "sociedad",
            "account",
            "o");
    private static final Set<String> PERSON = Set.of(
            "person",
            "individual",
            "consumer",
            "b2c",
            "pf",
            "pessoa fisica",
            "fisica",
            "pessoa",
            "persona",
            "persona fisica",
            "particular",
            "contact",
            "p");
    private static final Set<String> PROSPECT =
            Set.of("prospect", "lead", "potencial", "cliente potencial", "prospecto", "p");
    private static final Set<String> BUYER = Set.of("customer", "client", "cliente", "buyer", "comprador", "c");
    private static final Set<String> YES =
            Set.of("yes", "y", "true", "1", "s", "sim", "si", "x", "on", "optin", "opt in");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "nao", "off", "optout", "opt out");
    /** CPF and CNPJ as they are written; nobody else writes numbers like this. */
    private static final Pattern BRAZILIAN =
            Pattern.compile("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}|\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}");

    private static final int CACHED = 1000;

    private final ImportPlan plan;
    private final LocalDate today;
    private final Map<String, Optional<String>> countries = new HashMap<>();

    /** @param today the day against which dates are judged */
    public CustomerRowReader(ImportPlan plan, LocalDate today) {
        this.plan = plan;
        this.today = today;
    }

    public Parsed<CustomerRow> read(SourceRow source) {
        Cells cells = new Cells(plan, today, source);
        if (cells.isBroken()) {
            return new Parsed<>(source.line(), null, cells.faults());
        }
        String country = country(cells);
        String given = cells.text(ImportField.GIVEN_NAME);
        String family = cells.text(ImportField.FAMILY_NAME);
        TaxId taxId = taxId(cells, country);
        List<String> emails = emails(cells);
        List<String> phones = phones(cells, country);
        String externalId = cells.text(ImportField.EXTERNAL_ID);
        String name = cells.text(ImportField.NAME);
        CustomerRow row = new CustomerRow(
                crmId(cells),
                Normal.reference(externalId),
                kind(cells, given != null || family != null, taxId),
                stage(cells),
                name == null && given == null && family == null ? firstOf(emails, phones, externalId) : name,
                given,
                family,
                emails,
                phones,
                cells.text(ImportField.STREET),
                addressExtra(cells, country),
                cells.text(ImportField.DISTRICT),
                cells.text(ImportField.CITY),
                cells.text(ImportField.REGION),
                cells.text(ImportField.POSTAL_CODE),
                country,
                cells.date(ImportField.ADDRESS_VALID_FROM),
                addressValidTo(cells),
                otherAddresses(cells),
                birthDate(cells),
                taxId == null ? null : taxId.key(),
                language(cells),
                cells.several(ImportField.WEBSITE),
                cells.several(ImportField.SOCIAL),
                acquiredVia(cells),
                Normal.line(cells.text(ImportField.ACQUIRED_FROM)),
                cells.text(ImportField.NOTES),
                consent(cells),
                cells.date(ImportField.CONSENT_DATE),
                custom(cells));
        if (cells.faults().isEmpty() && row.name() == null && given == null && family == null) {
            cells.fault(ImportField.NAME, "required");
        }
        return cells.faults().isEmpty()
                ? new Parsed<>(source.line(), row, List.of())
                : new Parsed<>(source.line(), null, cells.faults());
    }

    private static Channel acquiredVia(Cells cells) {
        String text = cells.text(ImportField.ACQUIRED_VIA);
        Channel channel = text == null ? null : ChannelNames.find(text);
        if (text != null && channel == null) {
            cells.fault(ImportField.ACQUIRED_VIA, "exchange.row.channel");
        }
        return channel;
    }

    private Map<String, String> custom(Cells cells) {
        if (plan.custom().isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (CustomColumn column : plan.custom()) {
            String value = cells.custom(column);
            if (value != null) {
                values.put(column.field().getCode(), value);
            }
        }
        return values;
    }

    private static String firstOf(List<String> emails, List<String> phones, String otherwise) {
        if (!emails.isEmpty()) {
            return emails.get(0);
        }
        return phones.isEmpty() ? otherwise : phones.get(0);
    }

    /** Our own id; anything else that may stand there tells nothing. */
    private static String crmId(Cells cells) {
        String value = cells.text(ImportField.CRM_ID);
        return PublicId.isWellFormed(value) ? value : null;
    }

    private static CustomerStage stage(Cells cells) {
        String folded = Normal.fold(cells.text(ImportField.STAGE));
        if (folded.isEmpty()) {
            return null;
        }
        if (PROSPECT.contains(folded)) {
            return CustomerStage.PROSPECT;
        }
        if (!BUYER.contains(folded)) {
            cells.fault(ImportField.STAGE, "choice");
        }
        return CustomerStage.CUSTOMER;
    }

    private List<ContactAddress> otherAddresses(Cells cells) {
        List<ContactAddress> addresses = new ArrayList<>();
        for (String line : cells.several(ImportField.OTHER_ADDRESSES)) {
            ContactAddress address = ContactAddress.read(line);
            if (address.isBlank()) {
                continue;
            }
            Optional<String> code = address.country() == null ? Optional.empty() : countryOf(address.country());
            if (address.country() != null && code.isEmpty() && !plan.source().contacts()) {
                cells.fault(ImportField.OTHER_ADDRESSES, "exchange.row.country");
            }
            addresses.add(new ContactAddress(
                    address.street(),
                    code.isEmpty() ? joined(address.extra(), address.country()) : address.extra(),
                    address.district(),
                    address.city(),
                    address.region(),
                    address.postalCode(),
                    code.orElse(null)));
        }
        return addresses;
    }

    private static String joined(String one, String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + ", " + other;
    }

    private CustomerKind kind(Cells cells, boolean personName, TaxId taxId) {
        String folded = Normal.fold(cells.text(ImportField.KIND));
        if (ORGANISATION.contains(folded)) {
            return CustomerKind.ORGANISATION;
        }
        if (PERSON.contains(folded)) {
            return CustomerKind.PERSON;
        }
        if (personName) {
            return CustomerKind.PERSON;
        }
        if (taxId != null && (taxId.kind() == TaxId.Kind.CNPJ || taxId.kind() == TaxId.Kind.CIF_ES)) {
            return CustomerKind.ORGANISATION;
        }
        return "ORGANISATION".equals(plan.profile().customerKind()) ? CustomerKind.ORGANISATION : CustomerKind.PERSON;
    }

    private String country(Cells cells) {
        String value = cells.text(ImportField.COUNTRY);
        if (value == null) {
            return null;
        }
        Optional<String> code = countryOf(value);
        if (code.isEmpty() && !plan.source().contacts()) {
            cells.fault(ImportField.COUNTRY, "exchange.row.country");
        }
        return code.orElse(null);
    }

    private Optional<String> countryOf(String value) {
        if (countries.size() > CACHED) {
            countries.clear();
        }
        return countries.computeIfAbsent(value, Countries::find);
    }

    /** A country that nobody knows stays with the address of a contact. */
    private String addressExtra(Cells cells, String country) {
        String extra = cells.text(ImportField.ADDRESS_EXTRA);
        return country == null && plan.source().contacts() ? joined(extra, cells.text(ImportField.COUNTRY)) : extra;
    }

    private List<String> emails(Cells cells) {
        List<String> emails = new ArrayList<>();
        for (ImportField field : List.of(ImportField.EMAIL, ImportField.EMAIL2)) {
            String value = cells.text(field);
            if (value == null) {
                continue;
            }
            for (String part : addresses(value)) {
                String address = Normal.email(
                        part.strip().replaceFirst("(?i)^mailto:", "").replaceAll("^<|>$", ""));
                if (address == null) {
                    continue;
                }
                if (EmailAddress.normal(address).isEmpty() && !plan.source().contacts()) {
                    cells.fault(field, "email");
                    break;
                }
                if (!emails.contains(address)) {
                    emails.add(address);
                }
            }
        }
        return emails;
    }

    /** Blanks and commas also stand inside of quoted addresses, which are rare but good. */
    private String[] addresses(String value) {
        if (value.indexOf('"') >= 0 && EmailAddress.normal(value).isPresent()) {
            return new String[] {value};
        }
        return (plan.source().contacts() ? BETWEEN_CONTACTS : BETWEEN_EMAILS).split(value);
    }

    private List<String> phones(Cells cells, String country) {
        List<String> phones = new ArrayList<>();
        for (ImportField field : List.of(ImportField.PHONE, ImportField.PHONE2)) {
            for (String value : cells.several(field)) {
                Optional<String> number = PhoneNumbers.e164(value, country == null ? plan.phoneCountry() : country);
                if (number.isEmpty() && !plan.source().contacts()) {
                    cells.fault(field, "phone");
                } else if (!phones.contains(number.orElse(value))) {
                    phones.add(number.orElse(value));
                }
            }
        }
        return phones;
    }

    private TaxId taxId(Cells cells, String country) {
        String value = cells.text(ImportField.TAX_ID);
        if (value == null) {
            return null;
        }
        boolean brazilian = country == null && BRAZILIAN.matcher(value).matches();
        Optional<TaxId> taxId = TaxId.read(value, brazilian ? "BR" : country);
        if (taxId.isEmpty()) {
            cells.fault(ImportField.TAX_ID, "exchange.row.taxId");
        }
        return taxId.orElse(null);
    }

    private static LocalDate addressValidTo(Cells cells) {
        LocalDate from = cells.date(ImportField.ADDRESS_VALID_FROM);
        LocalDate to = cells.date(ImportField.ADDRESS_VALID_TO);
        if (from != null && to != null && to.isBefore(from)) {
            cells.fault(ImportField.ADDRESS_VALID_TO, "dateOrder");
        }
        return to;
    }

    private LocalDate birthDate(Cells cells) {
        LocalDate date = cells.date(ImportField.BIRTH_DATE);
        if (date != null && date.isAfter(today)) {
            cells.fault(ImportField.BIRTH_DATE, "exchange.row.dateRange");
            return null;
        }
        return date;
    }

    private static String language(Cells cells) {
        String folded = Normal.fold(cells.text(ImportField.LANGUAGE));
        if (folded.isEmpty()) {
            return null;
        }
        if (folded.startsWith("pt") || folded.startsWith("port")) {
            return "pt-BR";
        }
        if (folded.equals("es")
                || folded.startsWith("es ")
                || folded.startsWith("espa")
                || folded.startsWith("spa")
                || folded.startsWith("cast")) {
            return "es";
        }
        if (folded.equals("en") || folded.startsWith("en ") || folded.startsWith("eng") || folded.startsWith("ing")) {
            return "en";
        }
        // The application speaks no other language, so there is none to prefer.
        return null;
    }

    private static Boolean consent(Cells cells) {
        String folded = Normal.fold(cells.text(ImportField.CONSENT));
        if (YES.contains(folded)) {
            return true;
        }
        if (NO.contains(folded)) {
            return false;
        }
        if (!folded.isEmpty()) {
            cells.fault(ImportField.CONSENT, "exchange.row.consent");
        }
        return null;
    }
}
