package org.vinculo.crm.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.vinculo.crm.it.Installation;
import org.vinculo.crm.it.access.PageClient;
import org.vinculo.crm.it.access.PageClient.Answer;

/** What is measured. */
final class Visits {

    private static final List<String> WORDS = List.of(
            "silva",
            "santos",
            "olivei",
            "garcia",
            "martinez",
            "ana lima",
            "joao costa",
            "smith",
            "padaria",
            "hugo ruiz");
    private static final List<String> FILTERS =
            List.of("stage=CUSTOMER", "country=BR", "country=ES", "kind=ORGANISATION", "language=es", "stage=PROSPECT");

    /** Pages that are opened before they are sent: a session keeps fifteen of them. */
    private static final int FORMS = 8;

    static final String SIGN_IN = "sign in";

    private Visits() {}

    /** @param deepest the last page of the list that is there */
    static List<Visit> all(int deepest) {
        return List.of(
                page("customer list", person -> "customers/list"),
                page(
                        "customer list, deep page",
                        person -> "customers/list?page="
                                + (deepest - person.chance().nextInt(Math.max(1, deepest / 5)))),
                page("customer list, filtered", person -> "customers/list?" + person.of(FILTERS)),
                page("search", person -> "search?q=" + person.of(WORDS).replace(" ", "%20")),
                page("customer (360)", person -> "customers/view?id=" + person.customer()),
                page("new customer, form", person -> "customers/new"),
                new Visit("create", person -> person.office().get("customers/new"), FORMS, Visits::create),
                page("change a customer, form", person -> "customers/edit?id=" + person.customer()),
                new Visit("edit", Visits::openEdit, FORMS, Visits::edit),
                Visit.plain("portal home", person -> ok(person.portal().get("home"))),
                Visit.plain(
                        "API, list",
                        person -> person.api().get("customers?limit=50").status() == 200),
                new Visit(
                        SIGN_IN,
                        person -> {
                            person.stranger().forget();
                            return person.stranger().get("signin");
                        },
                        1,
                        (person, opened) -> person.stranger()
                                .post(
                                        (Answer) opened,
                                        "signin",
                                        "signIn",
                                        "submit",
                                        Map.of("email", Installation.ADMIN, "password", Installation.PASSWORD))
                                .leadsTo("/home")));
    }

    private static Visit page(String name, Function<Person, String> address) {
        return Visit.plain(name, person -> ok(person.office().get(address.apply(person))));
    }

    private static boolean ok(Answer answer) {
        return answer.status() == 200;
    }

    private static boolean create(Person person, Object opened) {
        Map<String, String> fields = new HashMap<>();
        String name = person.newName();
        fields.put("givenName", name);
        fields.put("familyName", person.newName());
        fields.put("contacts:0:value", name.toLowerCase(Locale.ROOT) + "@bench.example");
        fields.put("notes", "Made by the benchmark");
        return leadsToCustomer(person.office().postWhole((Answer) opened, "customers/new", "form", "save", fields));
    }

    private static boolean leadsToCustomer(Answer answer) {
        if (!answer.leadsTo("/customers/view")) {
            throw new AssertionError(answer.status() + " " + answer.location() + " "
                    + answer.body()
                            .replaceAll("(?s)^.*?<main|<[^>]*>|\\s+", " ")
                            .strip());
        }
        return true;
    }

    /** An opened form and where it is. */
    private record Opened(String page, Answer answer) {}

    private static Object openEdit(Person person) {
        String page = "customers/edit?id=" + person.ownCustomer();
        return new Opened(page, person.office().get(page));
    }

    private static boolean edit(Person person, Object opened) {
        Opened form = (Opened) opened;
        PageClient office = person.office();
        return leadsToCustomer(office.postWhole(
                form.answer(), form.page(), "form", "save", Map.of("notes", "Benchmark " + person.newName())));
    }
}
