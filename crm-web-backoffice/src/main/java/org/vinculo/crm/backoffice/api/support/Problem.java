package org.vinculo.crm.backoffice.api.support;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.Json;
import org.vinculo.crm.shared.Texts;

/** Errors as RFC 9457 {@code application/problem+json}, in the language the caller accepts. */
public final class Problem {

    public static final MediaType TYPE = new MediaType("application", "problem+json", "UTF-8");

    private Problem() {}

    /** An answer whose title is the text {@code api.problem.<code>}. */
    public static Response of(int status, String code, Locale locale) {
        return of(status, code, List.of(), locale);
    }

    public static Response of(int status, String code, List<FieldError> errors, Locale locale) {
        return Response.status(status)
                .type(TYPE)
                .entity(body(status, code, errors, locale))
                .build();
    }

    /** The body alone, for what answers before the API is reached. */
    public static String body(int status, String code, Locale locale) {
        return body(status, code, List.of(), locale);
    }

    private static String body(int status, String code, List<FieldError> errors, Locale locale) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("status", status)
                .add("code", code)
                .add("title", Texts.text(locale, "api.problem." + code));
        if (!errors.isEmpty()) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            for (FieldError error : errors) {
                array.add(Json.createObjectBuilder()
                        .add("field", error.field() == null ? "" : error.field())
                        .add("code", error.code())
                        .add("message", error.text(locale)));
            }
            body.add("errors", array);
        }
        return body.build().toString();
    }

    /** The product's language nearest to what the caller accepts. */
    public static Locale locale(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(wanted -> !"*".equals(wanted.getLanguage()))
                .findFirst()
                .map(Texts::supported)
                .orElse(Texts.LOCALES.get(0));
    }
}
