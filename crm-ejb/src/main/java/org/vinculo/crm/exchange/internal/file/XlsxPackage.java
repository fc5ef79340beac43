package org.vinculo.crm.exchange.internal.file;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a workbook, read under a budget and never written to disk. A document type declaration, entities, too
 * many or repeated parts, paths that climb and sizes beyond the budget are refused.
 */
final class XlsxPackage implements Closeable {

    static final String DANGEROUS = "exchange.file.dangerous";
    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final ReadLimits limits;
    private long inflated;

    XlsxPackage(Path file, ReadLimits limits) throws IOException {
        this.limits = limits;
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (ZipException damaged) {
            throw new UnreadableFile("exchange.file.damaged", damaged);
        }
        try {
            check();
        } catch (IOException refused) {
            zip.close();
            throw refused;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no external content");
        });
        return factory;
    }

    private void check() throws IOException {
        if (zip.size() > limits.maxEntries()) {
            throw new UnreadableFile(DANGEROUS);
        }
        Set<String> names = new HashSet<>();
        long claimed = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            claimed += Math.max(0, entry.getSize());
            if (!names.add(name)
                    || name.startsWith("/")
                    || name.indexOf('\\') >= 0
                    || name.indexOf(':') >= 0
                    || ("/" + name + "/").contains("/../")
                    || claimed > limits.maxInflatedBytes()) {
                throw new UnreadableFile(DANGEROUS);
            }
        }
        if (!names.contains("xl/workbook.xml") || !names.contains("[Content_Types].xml")) {
            throw new UnreadableFile("exchange.file.notATable");
        }
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    long size(String part) {
        return Math.max(1, zip.getEntry(part).getSize());
    }

    /** The bytes of a part; they count against the budget of the whole workbook. */
    InputStream bytes(String part, long budget) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null || entry.isDirectory()) {
            throw new UnreadableFile("exchange.file.damaged");
        }
        InputStream limited = new CountingStream(zip.getInputStream(entry), budget, DANGEROUS);
        return new FilterInputStream(limited) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                spend(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                int read = super.read(target, from, length);
                spend(Math.max(0, read));
                return read;
            }
        };
    }

    private void spend(int bytes) throws IOException {
        inflated += bytes;
        if (inflated > limits.maxInflatedBytes()) {
            throw new UnreadableFile(DANGEROUS);
        }
    }

    long inflated() {
        return inflated;
    }

    static XMLStreamReader xml(InputStream bytes) throws XMLStreamException {
        return XML.createXMLStreamReader(bytes);
    }

    /** Moves on; the document must not declare a type or use an entity. */
    static int next(XMLStreamReader xml) throws XMLStreamException, UnreadableFile {
        int event = xml.next();
        if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
            throw new UnreadableFile(DANGEROUS);
        }
        return event;
    }

    /** What went wrong inside the parser: a refusal of ours, or a damaged file. */
    static UnreadableFile failure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFile known) {
                return known;
            }
            if (cause instanceof XMLStreamException wrapped
                    && wrapped.getNestedException() instanceof UnreadableFile known) {
                return known;
            }
        }
        return new UnreadableFile("exchange.file.damaged", failure);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
