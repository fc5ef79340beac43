package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.ImportPreview;
import org.vinculo.crm.exchange.ImportProfile;
import org.vinculo.crm.exchange.entity.ImportMemory;
import org.vinculo.crm.exchange.internal.contact.ContactAddress;
import org.vinculo.crm.exchange.internal.file.FileType;
import org.vinculo.crm.exchange.internal.file.ReadLimits;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.file.UnreadableFile;
import org.vinculo.crm.exchange.internal.match.CustomColumn;
import org.vinculo.crm.exchange.internal.match.Detected;
import org.vinculo.crm.exchange.internal.match.Detector;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.exchange.internal.match.ProfileJson;
import org.vinculo.crm.exchange.internal.row.CustomerRow;
import org.vinculo.crm.exchange.internal.row.CustomerRowReader;
import org.vinculo.crm.exchange.internal.row.InteractionRow;
import org.vinculo.crm.exchange.internal.row.InteractionRowReader;
import org.vinculo.crm.exchange.internal.row.Parsed;
import org.vinculo.crm.exchange.internal.row.PurchaseRow;
import org.vinculo.crm.exchange.internal.row.PurchaseRowReader;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;

/** Looks at files: what they are, and how their first rows would be understood. */
@ApplicationScoped
public class Previews {

    private static final int SHOWN = 10;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    Defaults defaults;

    @Inject
    ImportStore store;

    /**
     * @param given what is known; the rest is remembered from a file with the same columns, or detected
     * @throws InvalidInput when the file cannot be read or the profile is not possible
     */
    public Detected detect(Path file, ImportKind kind, ImportProfile given) {
        Function<String, Optional<ImportProfile>> remembered = signature ->
                store.memory(signature).map(ImportMemory::getProfile).map(ProfileJson::read);
        try {
            return new Detector(kind, given, defaults.get())
                    .detect(file, ReadLimits.DEFAULT.withMaxFileBytes(settings.maxUploadBytes()), remembered);
        } catch (UnreadableFile unreadable) {
            throw InvalidInput.field("file", unreadable.code());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public ImportPreview preview(Detected detected, String fileId, String fileName, boolean wasGiven) {
        ImportPlan plan = detected.plan();
        String from = wasGiven
                ? null
                : store.memory(detected.signature())
                        .map(ImportMemory::getFileName)
                        .orElse(null);
        return new ImportPreview(
                fileId,
                plan.kind(),
                fileName,
                detected.rows(),
                detected.scan().rowsAreExact(),
                plan.source().type() == FileType.XLSX,
                plan.source().contacts(),
                plan.profile(),
                detected.columns(),
                samples(detected),
                detected.problems(),
                from);
    }

    private List<ImportPreview.Sample> samples(Detected detected) {
        ImportPlan plan = detected.plan();
        LocalDate today = LocalDate.ofInstant(clock.instant(), plan.zone());
        List<ImportPreview.Sample> samples = new ArrayList<>();
        for (SourceRow row : detected.scan().samples()) {
            if (samples.size() < SHOWN) {
                samples.add(sample(plan, row, today));
            }
        }
        return samples;
    }

    private static ImportPreview.Sample sample(ImportPlan plan, SourceRow row, LocalDate today) {
        Parsed<?> parsed =
                switch (plan.kind()) {
                    case CUSTOMERS -> new CustomerRowReader(plan, today).read(row);
                    case PURCHASES -> new PurchaseRowReader(plan, today).read(row);
                    case INTERACTIONS -> new InteractionRowReader(plan, today).read(row);
                };
        List<String> fields = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Map.Entry<ImportField, Integer> column : plan.columns().entrySet()) {
            fields.add(column.getKey().code());
            values.add(
                    parsed.isFaulty()
                            ? row.cell(column.getValue()).strip()
                            : Objects.toString(understood(column.getKey(), parsed.row(), plan), ""));
        }
        for (CustomColumn column : plan.custom()) {
            fields.add(column.code());
            values.add(
                    parsed.row() instanceof CustomerRow customer
                            ? customer.custom().getOrDefault(column.field().getCode(), "")
                            : row.cell(column.column()).strip());
        }
        return new ImportPreview.Sample(row.line(), fields, values, parsed.faults());
    }

    private static Object understood(ImportField field, Object row, ImportPlan plan) {
        if (row instanceof PurchaseRow purchase) {
            return purchase(field, purchase);
        }
        if (row instanceof InteractionRow interaction) {
            return interaction(field, interaction);
        }
        return customer(field, (CustomerRow) row, plan);
    }

    private static Object purchase(ImportField field, PurchaseRow row) {
        return switch (field) {
            case LINE_KEY -> row.lineKey();
            case CUSTOMER_REF -> row.customerRef();
            case CUSTOMER_NAME -> row.customerName();
            case PURCHASED_AT -> row.day();
            case DOCUMENT_NUMBER -> row.documentNumber();
            case AMOUNT -> row.amount().stripTrailingZeros().toPlainString();
            case QUANTITY -> row.quantity().stripTrailingZeros().toPlainString();
            case UNIT_PRICE ->
                row.unitPrice() == null
                        ? null
                        : row.unitPrice().stripTrailingZeros().toPlainString();
            case DISCOUNT ->
                row.discount() == null
                        ? null
                        : row.discount().stripTrailingZeros().toPlainString();
            case COST ->
                row.cost() == null ? null : row.cost().stripTrailingZeros().toPlainString();
            case CURRENCY -> row.currency();
            case PRODUCT -> row.product();
            case DESCRIPTION -> row.description();
            case CHANNEL -> row.channel();
            default -> null;
        };
    }

    private static Object interaction(ImportField field, InteractionRow row) {
        return switch (field) {
            case CUSTOMER_REF -> row.customerRef();
            case CUSTOMER_NAME -> row.customerName();
            case ENTRY_KEY -> row.entryKey();
            case HAPPENED_AT -> row.at();
            case CHANNEL -> row.channel();
            case DIRECTION -> row.direction();
            case SUBJECT -> row.topic();
            case BODY -> row.body();
            default -> null;
        };
    }

    /** The first value, or all of them where no second column takes the others. */
    private static String first(List<String> values, ImportPlan plan) {
        return plan.source().contacts() || values.isEmpty() ? listed(values) : values.get(0);
    }

    private static String listed(List<String> values) {
        return values.isEmpty() ? null : String.join("; ", values);
    }

    private static Object customer(ImportField field, CustomerRow row, ImportPlan plan) {
        return switch (field) {
            case CRM_ID -> row.crmId();
            case EXTERNAL_ID -> row.externalId();
            case STAGE -> row.stage();
            case KIND -> row.kind();
            case NAME -> row.name();
            case GIVEN_NAME -> row.givenName();
            case FAMILY_NAME -> row.familyName();
            case EMAIL -> first(row.emails(), plan);
            case EMAIL2 ->
                row.emails().size() < 2
                        ? null
                        : listed(row.emails().subList(1, row.emails().size()));
            case PHONE -> first(row.phones(), plan);
            case PHONE2 ->
                row.phones().size() < 2
                        ? null
                        : listed(row.phones().subList(1, row.phones().size()));
            case STREET -> row.street();
            case ADDRESS_EXTRA -> row.addressExtra();
            case DISTRICT -> row.district();
            case OTHER_ADDRESSES ->
                listed(row.otherAddresses().stream().map(ContactAddress::line).toList());
            case CITY -> row.city();
            case REGION -> row.region();
            case POSTAL_CODE -> row.postalCode();
            case COUNTRY -> row.country();
            case ADDRESS_VALID_FROM -> row.addressValidFrom();
            case ADDRESS_VALID_TO -> row.addressValidTo();
            case BIRTH_DATE -> row.birthDate();
            case TAX_ID -> row.taxId();
            case LANGUAGE -> row.language();
            case WEBSITE -> listed(row.websites());
            case SOCIAL -> listed(row.socials());
            case ACQUIRED_VIA -> row.acquiredVia();
            case ACQUIRED_FROM -> row.acquiredFrom();
            case NOTES -> row.notes();
            case CONSENT -> row.consent();
            case CONSENT_DATE -> row.consentDate();
            default -> null;
        };
    }
}
