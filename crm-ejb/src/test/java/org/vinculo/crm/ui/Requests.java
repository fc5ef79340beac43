package org.vinculo.crm.ui;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A request made by hand: what is asked of it and was not given is null, false or zero. */
final class Requests {

    private final Map<String, Object> answers = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();

    private Requests(String method, String path) {
        int query = path.indexOf('?');
        answers.put("getMethod", method);
        answers.put("getContextPath", "/backoffice");
        answers.put("getServletPath", query < 0 ? path : path.substring(0, query));
        answers.put("getQueryString", query < 0 ? null : path.substring(query + 1));
        answers.put("getScheme", "http");
        answers.put("getLocales", Collections.enumeration(Collections.<Locale>emptyList()));
        answers.put(
                "getServletContext",
                Proxy.newProxyInstance(
                        Requests.class.getClassLoader(),
                        new Class<?>[] {ServletContext.class},
                        (proxy, called, args) -> new File(System.getProperty("java.io.tmpdir"))));
        header("Host", "localhost:8080");
    }

    static Requests get(String path) {
        return new Requests("GET", path);
    }

    static Requests of(String method, String path) {
        return new Requests(method, path);
    }

    static Requests post(String path) {
        return new Requests("POST", path);
    }

    Requests header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Requests body(String type, int length) {
        answers.put("getContentType", type);
        answers.put("getContentLengthLong", (long) length);
        return this;
    }

    Requests content(String type, String text) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        answers.put("getInputStream", new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        });
        return body(type, text.length());
    }

    Requests signedIn() {
        answers.put("getUserPrincipal", (Principal) () -> "somebody");
        return this;
    }

    Requests speaking(Locale... locales) {
        answers.put("getLocales", Collections.enumeration(Arrays.asList(locales)));
        return this;
    }

    Requests cookie(String name, String value) {
        answers.put("getCookies", new Cookie[] {new Cookie(name, value)});
        return this;
    }

    HttpServletRequest build() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, args) -> {
                    if ("getHeader".equals(method.getName())) {
                        return headers.get(args[0]);
                    }
                    Object answer = answers.get(method.getName());
                    if (answer != null || !method.getReturnType().isPrimitive()) {
                        return answer;
                    }
                    if (method.getReturnType() == long.class) {
                        return 0L;
                    }
                    return method.getReturnType() == boolean.class ? (Object) false : 0;
                });
    }
}
