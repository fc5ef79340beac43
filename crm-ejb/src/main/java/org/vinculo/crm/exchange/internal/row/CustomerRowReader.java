package org.vinculo.crm.exchange.internal.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.exchange.internal.value.Countries;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.TaxId;
import org.vinculo.crm.shared.Normal;

/** Understands the records of a file of customers. */
public final class CustomerRowReader {

    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@,;<>()\"\\\\]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}])?\\.[\\p{L}\\p{N}-]{2,63}");
    private static final Pattern BETWEEN_EMAILS = Pattern.compile("\\s*[;,/|]\\s*|\\s+");
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
                Normal.reference(externalId),
                kind(cells, given != null || family != null, taxId),
                name == null && given == null && family == null ? firstOf(emails, phones, externalId) : name,
                given,
                family,
                emails,
                phones,
                cells.text(ImportField.STREET),
                cells.text(ImportField.CITY),
                cells.text(ImportField.REGION),
                cells.text(ImportField.POSTAL_CODE),
                country,
                birthDate(cells),
                taxId == null ? null : taxId.key(),
                language(cells),
                cells.text(ImportField.WEBSITE),
                cells.text(ImportField.SOCIAL),
                cells.text(ImportField.NOTES),
                consent(cells),
                cells.date(ImportField.CONSENT_DATE));
        if (cells.faults().isEmpty() && row.name() == null && given == null && family == null) {
            cells.fault(ImportField.NAME, "required");
        }
        return cells.faults().isEmpty()
                ? new Parsed<>(source.line(), row, List.of())
                : new Parsed<>(source.line(), null, cells.faults());
    }

    private static String firstOf(List<String> emails, List<String> phones, String otherwise) {
        if (!emails.isEmpty()) {
            return emails.get(0);
        }
        return phones.isEmpty() ? otherwise : phones.get(0);
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
        if (countries.size() > CACHED) {
            countries.clear();
        }
        Optional<String> code = countries.computeIfAbsent(value, Countries::find);
        if (code.isEmpty()) {
            cells.fault(ImportField.COUNTRY, "exchange.row.country");
        }
        return code.orElse(null);
    }

    private static List<String> emails(Cells cells) {
        List<String> emails = new ArrayList<>();
        for (ImportField field : List.of(ImportField.EMAIL, ImportField.EMAIL2)) {
            String value = cells.text(field);
            if (value == null) {
                continue;
            }
            for (String part : BETWEEN_EMAILS.split(value)) {
                String address =
                        Normal.email(part.replaceFirst("(?i)^mailto:", "").replaceAll("^<|>$", ""));
                if (address == null) {
                    continue;
                }
                if (!EMAIL.matcher(address).matches() || address.contains("..")) {
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

    private List<String> phones(Cells cells, String country) {
        List<String> phones = new ArrayList<>();
        for (ImportField field : List.of(ImportField.PHONE, ImportField.PHONE2)) {
            String value = cells.text(field);
            if (value == null) {
                continue;
            }
            Optional<String> number = PhoneNumbers.e164(value, country == null ? plan.phoneCountry() : country);
            if (number.isEmpty()) {
                cells.fault(field, "phone");
            } else if (!phones.contains(number.get())) {
                phones.add(number.get());
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
