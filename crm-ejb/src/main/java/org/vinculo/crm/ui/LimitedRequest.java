package org.vinculo.crm.ui;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request whose body is not read further than allowed: it did not say how long it is, or consists of parts, of which a
 * small body can hold so many that reading them takes minutes.
 */
final class LimitedRequest extends HttpServletRequestWrapper {

    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary=(\"([^\"]*)\"|[^;\\s]*)");

    private final long limit;
    private final int mostParts;
    private ServletInputStream body;

    /** @param mostParts of a body that consists of parts */
    LimitedRequest(HttpServletRequest request, long limit, int mostParts) {
        super(request);
        this.limit = limit;
        this.mostParts = mostParts;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Counted(super.getInputStream(), limit, mostParts, delimiter());
        }
        return body;
    }

    /** What stands before each part; nothing but a line end can begin it. */
    private byte[] delimiter() {
        Matcher boundary = BOUNDARY.matcher(getContentType() == null ? "" : getContentType());
        if (!boundary.find()) {
            return new byte[0];
        }
        String text = boundary.group(2) == null ? boundary.group(1) : boundary.group(2);
        return ("\n--" + text).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(
                getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream source;
        private final byte[] delimiter;
        private final int mostParts;
        private long left;
        private int matched;
        private int parts;

        Counted(ServletInputStream source, long limit, int mostParts, byte[] delimiter) {
            this.mostParts = mostParts;
            this.source = source;
            this.left = limit;
            this.delimiter = delimiter;
        }

        @Override
        public int read() throws IOException {
            int value = source.read();
            count(value < 0 ? 0 : 1);
            if (value >= 0) {
                look((byte) value);
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = source.read(buffer, offset, length);
            count(Math.max(0, read));
            for (int i = 0; i < read && delimiter.length > 0; i++) {
                look(buffer[offset + i]);
            }
            return read;
        }

        private void look(byte octet) throws BodyTooLarge {
            if (delimiter.length == 0) {
                return;
            }
            if (octet != delimiter[matched]) {
                matched = 0;
            }
            if (octet == delimiter[matched]) {
                matched++;
            }
            if (matched == delimiter.length) {
                matched = 0;
                parts++;
            }
            if (parts > mostParts) {
                throw new BodyTooLarge();
            }
        }

        private void count(int bytes) throws BodyTooLarge {
            left -= bytes;
            if (left < 0) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public int available() throws IOException {
            return source.available();
        }

        @Override
        public void close() throws IOException {
            source.close();
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
