package org.vinculo.crm.backoffice.api.support;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Whatever the reader of JSON does not take is the sender's mistake; of too many levels it does not say so itself. */
@Provider
public class JsonReading implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (!JsonValue.class.isAssignableFrom(body.getType())) {
            return body.proceed();
        }
        try {
            return body.proceed();
        } catch (WebApplicationException | JsonException said) {
            throw said;
        } catch (RuntimeException refused) {
            throw new JsonException("the body cannot be read", refused);
        }
    }
}
