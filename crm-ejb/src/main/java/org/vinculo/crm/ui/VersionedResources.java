package org.vinculo.crm.ui;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Puts a check sum of the content into the addresses of our own resources, so that a new release is seen at once. */
public class VersionedResources extends ResourceHandlerWrapper {

    private static final String LIBRARY = "vinculo";
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    public VersionedResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource createResource(String name, String library) {
        return versioned(super.createResource(name, library), library);
    }

    @Override
    public Resource createResource(String name, String library, String contentType) {
        return versioned(super.createResource(name, library, contentType), library);
    }

    private Resource versioned(Resource resource, String library) {
        return resource != null && LIBRARY.equals(library) ? new Versioned(resource) : resource;
    }

    private final class Versioned extends ResourceWrapper {

        private Versioned(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public String getRequestPath() {
            String path = getWrapped().getRequestPath();
            String version = versions.computeIfAbsent(getResourceName(), name -> checksum());
            return path + (path.contains("?") ? "&" : "?") + "v=" + version;
        }

        @Override
        public String getResourceName() {
            return getWrapped().getResourceName();
        }

        private String checksum() {
            CRC32 sum = new CRC32();
            try (InputStream content = getWrapped().getInputStream()) {
                sum.update(content.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return Long.toHexString(sum.getValue());
        }
    }
}
