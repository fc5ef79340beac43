package org.vinculo.crm.backoffice.api.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.shared.Json;

class JsonReadingTest {

    private final JsonReading reading = new JsonReading();

    @Test
    void whatIsTooDeeplyNestedIsTheSendersMistake() {
        String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);

        assertThatThrownBy(() -> reading.aroundReadFrom(body(JsonObject.class, () -> parsed(deep))))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void whatCanBeReadIsRead() throws IOException {
        assertThat(reading.aroundReadFrom(body(JsonObject.class, () -> parsed("{\"a\":[[1]]}"))))
                .isEqualTo(parsed("{\"a\":[[1]]}"));
    }

    @Test
    void otherFailuresStayWhatTheyAre() {
        IOException broken = new IOException("broken");
        RuntimeException ours = new IllegalStateException("ours");

        assertThatThrownBy(() -> reading.aroundReadFrom(body(JsonObject.class, () -> {
                    throw broken;
                })))
                .isSameAs(broken);
        assertThatThrownBy(() -> reading.aroundReadFrom(body(String.class, () -> {
                    throw ours;
                })))
                .isSameAs(ours);
    }

    private static JsonObject parsed(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static ReaderInterceptorContext body(Class<?> type, Callable<Object> read) {
        return (ReaderInterceptorContext) Proxy.newProxyInstance(
                JsonReadingTest.class.getClassLoader(),
                new Class<?>[] {ReaderInterceptorContext.class},
                (proxy, method, args) -> method.getName().equals("getType") ? type : read.call());
    }
}
