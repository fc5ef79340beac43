package org.vinculo.crm.ui;

import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/** A form with files, read and counted before anything is done with it: the container would keep any number of parts. */
final class FormWithFiles extends HttpServletRequestWrapper implements AutoCloseable {

    private static final int IN_MEMORY = 64 * 1024;
    private static final int LONGEST_HEAD = 4 * 1024;

    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String[]> parameters;

    /**
     * Reads the whole body.
     *
     * @param folder where files lie until {@link #close}
     * @throws BodyTooLarge when it has more bytes or parts than allowed
     * @throws IOException when it is no form, or ends too early
     */
    FormWithFiles(LimitedRequest request, Path folder) throws IOException {
        super(request);
        Map<String, List<String>> values = new LinkedHashMap<>();
        query(request.getQueryString(), values);
        for (DiskFileItem item : items(request, folder)) {
            parts.add(new FilePart(item));
            if (item.isFormField() || item.getName().isEmpty()) {
                values.computeIfAbsent(item.getFieldName(), name -> new ArrayList<>())
                        .add(item.getString(StandardCharsets.UTF_8));
            }
        }
        Map<String, String[]> all = new LinkedHashMap<>();
        values.forEach((name, each) -> all.put(name, each.toArray(String[]::new)));
        parameters = Collections.unmodifiableMap(all);
    }

    private static List<DiskFileItem> items(LimitedRequest request, Path folder) throws IOException {
        DiskFileItemFactory files = DiskFileItemFactory.builder()
                .setPath(folder)
                .setThreshold(IN_MEMORY)
                .get();
        JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> reader = new JakartaServletFileUpload<>(files);
        reader.setHeaderCharset(StandardCharsets.UTF_8);
        reader.setMaxPartHeaderSize(LONGEST_HEAD);
        List<DiskFileItem> items = List.of();
        try {
            items = reader.parseRequest(request);
            items.forEach(DiskFileItem::getName);
            return items;
        } catch (IOException broken) {
            throw broken.getCause() instanceof BodyTooLarge tooLarge ? tooLarge : broken;
        } catch (InvalidPathException noName) {
            for (DiskFileItem item : items) {
                item.delete();
            }
            throw new IOException(noName);
        }
    }

    private static void query(String query, Map<String, List<String>> values) {
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int end = pair.indexOf('=');
            String name = decoded(end < 0 ? pair : pair.substring(0, end));
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(end < 0 ? "" : decoded(pair.substring(end + 1)));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    @Override
    public Collection<Part> getParts() {
        return Collections.unmodifiableList(parts);
    }

    @Override
    public Part getPart(String name) {
        return parts.stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    /** Takes the files away. */
    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            part.delete();
        }
    }

    private record FilePart(DiskFileItem item) implements Part {

        @Override
        public InputStream getInputStream() throws IOException {
            return item.getInputStream();
        }

        @Override
        public String getContentType() {
            return item.getContentType();
        }

        @Override
        public String getName() {
            return item.getFieldName();
        }

        @Override
        public String getSubmittedFileName() {
            return item.getName();
        }

        @Override
        public long getSize() {
            return item.getSize();
        }

        @Override
        public void write(String fileName) throws IOException {
            item.write(Path.of(fileName));
        }

        @Override
        public void delete() throws IOException {
            item.delete();
        }

        @Override
        public String getHeader(String name) {
            return item.getHeaders().getHeader(name);
        }

        @Override
        public Collection<String> getHeaders(String name) {
            List<String> values = new ArrayList<>();
            item.getHeaders().getHeaders(name).forEachRemaining(values::add);
            return values;
        }

        @Override
        public Collection<String> getHeaderNames() {
            List<String> names = new ArrayList<>();
            item.getHeaders().getHeaderNames().forEachRemaining(names::add);
            return names;
        }
    }
}
