package org.vinculo.crm.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.vinculo.crm.it.ApiClient;
import org.vinculo.crm.it.Pause;
import org.vinculo.crm.it.access.PageClient;
import org.vinculo.crm.it.access.PageClient.Answer;

/** A customer about whom much is known, who asks to be forgotten. */
final class Forgotten {

    /** What stands in everything that is known about them. */
    static final String MARK = "Quimera";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Pattern REQUEST = Pattern.compile("[?&]id=([A-Za-z0-9_-]{22})");

    private final PageClient staff;
    private final String id;
    private final String page;

    Forgotten(ApiClient api, PageClient staff, String name) {
        this.staff = staff;
        id = api.post(
                        "customers",
                        "{\"kind\":\"PERSON\",\"givenName\":\"%1$s\",\"familyName\":\"%2$s\",\"email\":\"%1$s@%2$s.example\",\"phone\":\"+351 21 123 45 67\",\"notes\":\"%2$s\"}"
                                .formatted(name, MARK),
                        Map.of())
                .value("id");
        api.post(
                "customers/" + id + "/interactions",
                "{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"purpose\":\"SERVICE\",\"outcome\":\"DONE\",\"topic\":\"Said "
                        + MARK + "\"}",
                Map.of());
        api.post(
                "customers/" + id + "/purchases",
                "{\"purchasedAt\":\"2026-03-02T10:00:00Z\",\"documentNumber\":\"F-" + name
                        + "\",\"currency\":\"EUR\",\"lines\":[{\"product\":\"P1\",\"quantity\":\"2\",\"amount\":\"10.00\"}]}",
                Map.of());
        String form = "privacy/new?customer=" + id;
        Answer asked = staff.postWhole(staff.get(form), form, "form", "save", Map.of("kind", "ERASURE"));
        page = "privacy/request?id=" + PageClient.group(REQUEST, String.valueOf(asked.location()));
    }

    String id() {
        return id;
    }

    Answer request() {
        return staff.get(page);
    }

    /** Whether nothing was begun, so that the button is still there. */
    boolean isOnlyAsked() {
        return request().body().contains("answering:erase");
    }

    /** Presses the button of the request's page that was opened before. */
    Answer press(Answer opened) {
        return staff.postWhole(opened, page, "answering", "erase", Map.of("answer", "It is done."));
    }

    /** Whether it was begun and ended well; false when it was given up. */
    boolean isDoneInTheEnd() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String body = request().body();
        while (body.contains("<form id=\"look\"") && System.nanoTime() < end) {
            Pause.of(BETWEEN_LOOKS);
            body = request().body();
        }
        assertThat(body).as("it is over").doesNotContain("<form id=\"look\"", "answering:erase");
        return !body.contains("<form id=\"again\"");
    }

    void tryAgain() {
        Answer answer = staff.postWhole(request(), page, "again", "eraseAgain", Map.of());
        assertThat(answer.leadsTo("/privacy/request")).as(answer.body()).isTrue();
    }
}
