package org.vinculo.crm.exchange.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The rows of the first visible sheet of a workbook, one at a time, as texts: dates in ISO form, numbers with a dot. */
final class XlsxRows implements RowSource {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    /** Excel shows 15 digits; what lies behind them is the noise of binary fractions. */
    private static final MathContext SHOWN = new MathContext(15);

    private final XlsxPackage parts;
    private final ReadLimits limits;
    private final XlsxBook book;
    private final InputStream bytes;
    private final XMLStreamReader xml;
    private final long before;
    private final long size;
    private long line;

    XlsxRows(Path file, ReadLimits limits) throws IOException {
        this.limits = limits;
        this.parts = new XlsxPackage(file, limits);
        try {
            this.book = XlsxBook.read(parts, limits);
            this.before = parts.inflated();
            this.bytes = parts.bytes(book.sheetPart(), limits.maxInflatedBytes());
            this.size = parts.size(book.sheetPart());
            this.xml = XlsxPackage.xml(bytes);
        } catch (IOException refused) {
            parts.close();
            throw refused;
        } catch (XMLStreamException damaged) {
            parts.close();
            throw XlsxPackage.failure(damaged);
        }
    }

    @Override
    public SourceRow next() throws IOException {
        try {
            while (xml.hasNext()) {
                if (XlsxPackage.next(xml) == XMLStreamReader.START_ELEMENT && "row".equals(xml.getLocalName())) {
                    SourceRow row = row();
                    if (!row.isBlank()) {
                        return row;
                    }
                }
            }
            return null;
        } catch (XMLStreamException | NoSuchElementException damaged) {
            throw XlsxPackage.failure(damaged);
        }
    }

    private SourceRow row() throws XMLStreamException, IOException {
        line = Math.max(line + 1, Math.min(number(xml.getAttributeValue(null, "r"), 0), Integer.MAX_VALUE));
        List<String> cells = new ArrayList<>();
        int chars = 0;
        boolean tooWide = false;
        while (true) {
            int event = XlsxPackage.next(xml);
            if (event == XMLStreamReader.END_ELEMENT && "row".equals(xml.getLocalName())) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && "c".equals(xml.getLocalName())) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                String value = cell();
                tooWide |= column < 0 || column >= limits.maxColumns();
                chars += value.length();
                if (!tooWide && chars <= limits.maxRecordChars()) {
                    put(cells, column, value);
                }
            }
        }
        if (tooWide) {
            return SourceRow.broken(line, "", "exchange.row.tooManyColumns");
        }
        return chars > limits.maxRecordChars()
                ? SourceRow.broken(line, "", "exchange.row.tooLong")
                : SourceRow.of(line, cells);
    }

    private static void put(List<String> cells, int column, String value) {
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, value);
    }

    /** Zero-based column of an address such as {@code AB12}; -1 when it lies beyond any sheet. */
    static int column(String address, int following) {
        if (address == null) {
            return following;
        }
        int column = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = Character.toUpperCase(address.charAt(i));
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
            if (column > 16384) {
                return -1;
            }
        }
        return column == 0 ? following : column - 1;
    }

    private String cell() throws XMLStreamException, IOException {
        String type = xml.getAttributeValue(null, "t");
        long style = number(xml.getAttributeValue(null, "s"), -1);
        String value = "";
        while (true) {
            int event = XlsxPackage.next(xml);
            if (event == XMLStreamReader.END_ELEMENT && "c".equals(xml.getLocalName())) {
                return shown(type == null ? "n" : type, style, value);
            }
            if (event == XMLStreamReader.START_ELEMENT && "v".equals(xml.getLocalName())) {
                value = plain("v");
            } else if (event == XMLStreamReader.START_ELEMENT && "is".equals(xml.getLocalName())) {
                value = XlsxBook.text(xml, "is");
            }
        }
    }

    private String plain(String end) throws XMLStreamException, UnreadableFile {
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = XlsxPackage.next(xml);
            if (event == XMLStreamReader.END_ELEMENT && end.equals(xml.getLocalName())) {
                return text.toString();
            }
            if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
                text.append(xml.getText());
            }
        }
    }

    private String shown(String type, long style, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> {
                long index = number(value, -1);
                yield index >= 0 && index < book.texts().size() ? book.texts().get((int) index) : "";
            }
            case "b" -> "1".equals(value) ? "true" : "false";
            case "n" ->
                style >= 0 && book.dateStyles().get((int) Math.min(style, Integer.MAX_VALUE - 1))
                        ? date(value, book.date1904())
                        : numberText(value);
            default -> value;
        };
    }

    static String numberText(String raw) {
        if (raw.length() > 40) {
            return raw;
        }
        try {
            BigDecimal exact = new BigDecimal(raw);
            if (Math.abs((long) exact.scale()) > 40) {
                return raw;
            }
            BigDecimal rounded = exact.round(SHOWN).stripTrailingZeros();
            return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
        } catch (NumberFormatException notANumber) {
            return raw;
        }
    }

    /** Days since the end of 1899; Excel believes that 1900 was a leap year. */
    static String date(String raw, boolean date1904) {
        double days;
        try {
            days = Double.parseDouble(raw);
        } catch (NumberFormatException notANumber) {
            return raw;
        }
        if (!(days >= 0 && days < 2_958_466)) {
            return raw;
        }
        long whole = (long) Math.floor(days);
        long seconds = Math.round((days - whole) * 86_400);
        LocalDate first = date1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, whole < 60 ? 31 : 30);
        LocalDateTime moment = first.plusDays(whole).atStartOfDay().plusSeconds(seconds);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : TIMESTAMP.format(moment);
    }

    private static long number(String text, long otherwise) {
        if (text == null || text.isEmpty() || text.length() > 10) {
            return otherwise;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return otherwise;
            }
        }
        return Long.parseLong(text);
    }

    @Override
    public double progress() {
        return Math.min(1.0, (double) (parts.inflated() - before) / size);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        parts.close();
    }
}
