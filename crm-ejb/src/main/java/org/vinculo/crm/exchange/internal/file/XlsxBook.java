package org.vinculo.crm.exchange.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the cells of a workbook need to be understood.
 *
 * @param sheetPart part that holds the first visible sheet
 * @param date1904 whether days are counted from 1904
 * @param texts the shared texts
 * @param dateStyles the cell styles that show a number as a date
 */
record XlsxBook(String sheetPart, boolean date1904, List<String> texts, BitSet dateStyles) {

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String RELATIONS_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    static XlsxBook read(XlsxPackage parts, ReadLimits limits) throws IOException {
        try {
            boolean[] date1904 = {false};
            String sheetId = firstSheet(parts, limits, date1904);
            return new XlsxBook(
                    sheetPart(parts, limits, sheetId), date1904[0], texts(parts, limits), dateStyles(parts, limits));
        } catch (XMLStreamException damaged) {
            throw XlsxPackage.failure(damaged);
        }
    }

    private static String firstSheet(XlsxPackage parts, ReadLimits limits, boolean[] date1904)
            throws IOException, XMLStreamException {
        String hidden = null;
        try (InputStream in = parts.bytes("xl/workbook.xml", limits.maxSharedBytes())) {
            XMLStreamReader xml = XlsxPackage.xml(in);
            while (xml.hasNext()) {
                if (XlsxPackage.next(xml) != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                if ("workbookPr".equals(xml.getLocalName())) {
                    String flag = xml.getAttributeValue(null, "date1904");
                    date1904[0] = "1".equals(flag) || "true".equals(flag);
                } else if ("sheet".equals(xml.getLocalName())) {
                    String id = xml.getAttributeValue(RELATIONS, "id");
                    id = id == null ? xml.getAttributeValue(RELATIONS_STRICT, "id") : id;
                    String state = xml.getAttributeValue(null, "state");
                    if (state == null || "visible".equals(state)) {
                        return id;
                    }
                    hidden = hidden == null ? id : hidden;
                }
            }
        }
        return hidden;
    }

    private static String sheetPart(XlsxPackage parts, ReadLimits limits, String id)
            throws IOException, XMLStreamException {
        if (id != null && parts.has("xl/_rels/workbook.xml.rels")) {
            try (InputStream in = parts.bytes("xl/_rels/workbook.xml.rels", limits.maxSharedBytes())) {
                XMLStreamReader xml = XlsxPackage.xml(in);
                while (xml.hasNext()) {
                    if (XlsxPackage.next(xml) == XMLStreamReader.START_ELEMENT
                            && "Relationship".equals(xml.getLocalName())
                            && id.equals(xml.getAttributeValue(null, "Id"))) {
                        String target = xml.getAttributeValue(null, "Target");
                        return target != null && target.startsWith("/") ? target.substring(1) : "xl/" + target;
                    }
                }
            }
        }
        return "xl/worksheets/sheet1.xml";
    }

    private static List<String> texts(XlsxPackage parts, ReadLimits limits) throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        if (!parts.has("xl/sharedStrings.xml")) {
            return texts;
        }
        if (parts.size("xl/sharedStrings.xml") > limits.maxSharedBytes()) {
            throw new UnreadableFile("exchange.file.tooManyTexts");
        }
        try (InputStream in = parts.bytes("xl/sharedStrings.xml", limits.maxSharedBytes())) {
            XMLStreamReader xml = XlsxPackage.xml(in);
            while (xml.hasNext()) {
                if (XlsxPackage.next(xml) == XMLStreamReader.START_ELEMENT && "si".equals(xml.getLocalName())) {
                    texts.add(text(xml, "si"));
                }
            }
        }
        return texts;
    }

    /** The text inside an element without the pronunciation guides that Japanese cells carry. */
    static String text(XMLStreamReader xml, String end) throws XMLStreamException, UnreadableFile {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean inGuide = false;
        while (true) {
            int event = XlsxPackage.next(xml);
            if (event == XMLStreamReader.START_ELEMENT) {
                inGuide |= "rPh".equals(xml.getLocalName());
                inText = "t".equals(xml.getLocalName());
            } else if (event == XMLStreamReader.END_ELEMENT) {
                inText = false;
                inGuide &= !"rPh".equals(xml.getLocalName());
                if (end.equals(xml.getLocalName())) {
                    return text.toString();
                }
            } else if ((event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) && inText && !inGuide) {
                text.append(xml.getText());
            }
        }
    }

    private static BitSet dateStyles(XlsxPackage parts, ReadLimits limits) throws IOException, XMLStreamException {
        BitSet dates = new BitSet();
        if (!parts.has("xl/styles.xml")) {
            return dates;
        }
        Map<String, String> formats = new HashMap<>();
        boolean inCellStyles = false;
        int index = 0;
        try (InputStream in = parts.bytes("xl/styles.xml", limits.maxSharedBytes())) {
            XMLStreamReader xml = XlsxPackage.xml(in);
            while (xml.hasNext()) {
                int event = XlsxPackage.next(xml);
                if (event == XMLStreamReader.END_ELEMENT && "cellXfs".equals(xml.getLocalName())) {
                    return dates;
                }
                if (event != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        formats.put(xml.getAttributeValue(null, "numFmtId"), xml.getAttributeValue(null, "formatCode"));
                    case "cellXfs" -> inCellStyles = true;
                    case "xf" -> {
                        if (inCellStyles) {
                            String id = xml.getAttributeValue(null, "numFmtId");
                            dates.set(index, isDate(id, formats.get(id)));
                            index++;
                        }
                    }
                    default -> {}
                }
            }
        }
        return dates;
    }

    static boolean isDate(String formatId, String formatCode) {
        if (formatCode != null) {
            String code = LITERAL.matcher(formatCode).replaceAll("");
            int section = code.indexOf(';');
            String first = section < 0 ? code : code.substring(0, section);
            return !"General".equalsIgnoreCase(first)
                    && first.matches("(?is).*[ymdhs].*")
                    && !first.matches(".*[0#?].*[0#?].*");
        }
        if (formatId == null || formatId.length() > 4 || !formatId.matches("\\d+")) {
            return false;
        }
        int id = Integer.parseInt(formatId);
        return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
    }
}
