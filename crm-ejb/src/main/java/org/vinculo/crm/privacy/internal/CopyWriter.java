package org.vinculo.crm.privacy.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.FormulaGuard;
import org.vinculo.crm.shared.Json;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalFile;
import org.vinculo.crm.shared.PersonalTable;
import org.vinculo.crm.shared.Texts;

/**
 * Writes everything that is known about a customer into one archive: {@code data.json} for programs, a table for each kind
 * of data in {@code csv}, the customer's files in {@code files}, and a page of explanation in their language.
 */
@ApplicationScoped
public class CopyWriter {

    private static final int AT_ONCE = 500;
    private static final Logger LOG = Logger.getLogger(CopyWriter.class.getName());

    @Inject
    PersonalMap map;

    @Inject
    PersonalReader reader;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    public void write(CustomerRef customer, OutputStream out) throws IOException {
        Locale locale = customer.language() == null ? settings.language() : customer.language();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            List<PersonalMap.Entry> full = full(customer.id());
            readMe(zip, full, locale);
            json(zip, full, customer);
            for (PersonalMap.Entry entry : full) {
                csv(zip, entry.table(), customer.id());
            }
            files(zip, customer.id());
        }
    }

    private List<PersonalMap.Entry> full(long customerId) {
        return map.tables().stream()
                .filter(entry -> entry.table().exported() && reader.count(entry.table(), customerId) > 0)
                .toList();
    }

    private void readMe(ZipOutputStream zip, List<PersonalMap.Entry> full, Locale locale) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(Texts.text(
                        locale,
                        "privacy.copy.readme",
                        settings.companyName(),
                        Days.write(clock.instant().atZone(settings.zone()).toLocalDate(), locale)))
                .append("\r\n\r\n");
        for (PersonalMap.Entry entry : full) {
            text.append(entry.table().code())
                    .append(": ")
                    .append(Texts.text(locale, "privacy.data." + entry.table().code()))
                    .append(", ")
                    .append(Texts.text(
                            locale, "privacy.purpose." + entry.table().purpose().name()))
                    .append("\r\n");
        }
        zip.putNextEntry(new ZipEntry(Texts.text(locale, "privacy.copy.readmeName")));
        zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void json(ZipOutputStream zip, List<PersonalMap.Entry> full, CustomerRef customer) throws IOException {
        zip.putNextEntry(new ZipEntry("data.json"));
        try (JsonGenerator json = Json.createGenerator(new Open(zip))) {
            json.writeStartObject()
                    .write("company", settings.companyName())
                    .write("customer", customer.publicId())
                    .write("madeAt", clock.instant().toString())
                    .writeStartArray("sections");
            for (PersonalMap.Entry entry : full) {
                section(json, entry, customer.id());
            }
            json.writeEnd().writeEnd();
        }
        zip.closeEntry();
    }

    private void section(JsonGenerator json, PersonalMap.Entry entry, long customerId) {
        PersonalTable table = entry.table();
        json.writeStartObject()
                .write("kind", table.code())
                .write("purpose", table.purpose().name())
                .writeStartArray("rows");
        List<String> columns = table.columns();
        int first = 0;
        for (List<List<Serializable>> some = reader.rows(table, customerId, first, AT_ONCE);
                !some.isEmpty();
                some = reader.rows(table, customerId, first, AT_ONCE)) {
            for (List<Serializable> row : some) {
                json.writeStartObject();
                for (int i = 0; i < columns.size(); i++) {
                    value(json, columns.get(i), row.get(i));
                }
                json.writeEnd();
            }
            first += some.size();
        }
        json.writeEnd().writeEnd();
    }

    private static void value(JsonGenerator json, String name, Serializable value) {
        if (value == null) {
            json.writeNull(name);
        } else if (value instanceof BigDecimal number) {
            json.write(name, number);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            json.write(name, number);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            json.write(name, ((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            json.write(name, flag);
        } else {
            json.write(name, value.toString());
        }
    }

    private void csv(ZipOutputStream zip, PersonalTable table, long customerId) throws IOException {
        zip.putNextEntry(new ZipEntry("csv/" + table.code() + ".csv"));
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(new Open(zip), StandardCharsets.UTF_8))) {
            csv.writeRecord(table.columns());
            int first = 0;
            for (List<List<Serializable>> some = reader.rows(table, customerId, first, AT_ONCE);
                    !some.isEmpty();
                    some = reader.rows(table, customerId, first, AT_ONCE)) {
                for (List<Serializable> row : some) {
                    List<String> cells = new ArrayList<>(row.size());
                    row.forEach(value -> cells.add(safe(value)));
                    csv.writeRecord(cells);
                }
                first += some.size();
            }
        }
        zip.closeEntry();
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe. */
    private static String safe(Serializable value) {
        return value instanceof String text ? FormulaGuard.safe(text) : value == null ? "" : value.toString();
    }

    private void files(ZipOutputStream zip, long customerId) throws IOException {
        Set<String> names = new HashSet<>();
        for (PersonalDataPart part : map.parts()) {
            for (PersonalFile file : part.files(customerId)) {
                try (InputStream content = file.content().open()) {
                    zip.putNextEntry(new ZipEntry("files/" + name(file.name(), names)));
                    content.transferTo(zip);
                    zip.closeEntry();
                } catch (NoSuchFileException lost) {
                    // The rest of the copy is the customer's all the same; administrators are told of lost files.
                    LOG.log(Level.WARNING, "a file at a customer is not there and not in the copy");
                }
            }
        }
    }

    /** A name without a path, and each only once. */
    private static String name(String wanted, Set<String> taken) {
        String plain = wanted.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        String name = plain.isBlank() || plain.startsWith(".") ? "_" + plain : plain;
        for (int i = 2; !taken.add(name); i++) {
            name = i + "-" + plain;
        }
        return name;
    }

    /** Leaves the archive open when a part of it is complete. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
