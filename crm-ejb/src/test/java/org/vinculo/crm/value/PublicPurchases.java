package org.vinculo.crm.value;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.vinculo.crm.exchange.PublicData;

/** Purchases of the public data sets, one row of a file each. */
public final class PublicPurchases {

    private PublicPurchases() {}

    /** One row of a file; the document is the number of the order where the file has one. */
    public record Row(String customer, String document, LocalDate day, BigDecimal value) {}

    /** The 1/10 sample of the CDNOW cohort (Fader and Hardie), 6,919 rows of 2,357 customers. */
    public static List<Row> cdnowSample() {
        try (Stream<String> lines = Files.lines(PublicData.file("cdnow/lifetimes/CDNOW_sample.txt"))) {
            return lines.map(line -> line.trim().split("\\s+"))
                    .map(cells -> new Row(cells[1], null, cdnowDay(cells[2]), new BigDecimal(cells[4])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Row> rfmPackage() {
        return csv("rfm-package/rfm_data_orders.csv")
                .map(row -> new Row(
                        row.getField("customer_id"),
                        null,
                        LocalDate.parse(row.getField("order_date")),
                        new BigDecimal(row.getField("revenue"))))
                .toList();
    }

    /** Online Retail outside the United Kingdom: purchases only, no cancellations, no anonymous rows. */
    public static List<Row> onlineRetail() {
        return csv("public-split/online_retail_non_uk.csv")
                .filter(row -> !row.getField("InvoiceNo").startsWith("C"))
                .filter(row -> !row.getField("CustomerID").isBlank())
                .map(PublicPurchases::retailRow)
                .filter(row -> row.value() != null)
                .toList();
    }

    /** Rows of any CSV file of the public data with a header. */
    public static Stream<NamedCsvRecord> csv(String name) {
        try {
            return CsvReader.builder().ofNamedCsvRecord(PublicData.file(name)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row retailRow(NamedCsvRecord row) {
        BigDecimal quantity = new BigDecimal(row.getField("Quantity"));
        BigDecimal price = new BigDecimal(row.getField("UnitPrice"));
        boolean purchase = quantity.signum() > 0 && price.signum() > 0;
        return new Row(
                row.getField("CustomerID"),
                row.getField("InvoiceNo"),
                LocalDate.parse(row.getField("InvoiceDate").substring(0, 10)),
                purchase ? quantity.multiply(price) : null);
    }

    private static LocalDate cdnowDay(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }
}
