package org.vinculo.crm.it.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vinculo.crm.it.Door;
import org.vinculo.crm.it.PageMap;

/** Addresses at which the pages have something to show; what is not there yet is made once per run. */
final class Samples {

    private static final List<String> RECORD_TABS = List.of(
            "needs",
            "contacts",
            "relations",
            "value",
            "purchases",
            "consent",
            "activity",
            "audit",
            "privacy",
            "messages");
    private static final String FILE = """
            number;name;email;phone;first order
            S-1;Samira Neves;samira@sample.example;+55 11 91234-5678;03/05/2024
            S-2;An organisation with a name that is much longer than most of the names anybody has;x@sample.example;;04/05/2024
            S-3;;no address at all;12;31/31/2024
            """;

    /** Customers in Portugal or Spain who have an address for mail. */
    static final String NARROWED =
            "list%3Fwhere%3D%257B%2522any%2522%253A%255B%257B%2522f%2522%253A%2522country%2522%252C"
                    + "%2522o%2522%253A%2522IS%2522%252C%2522v%2522%253A%255B%2522PT%2522%252C%2522ES%2522%255D%257D%255D%257D";

    private static final Map<String, List<String>> MADE = new HashMap<>();

    private final PageMap.Entry page;
    private final Supplier<Visitor> administrator;

    private Samples(PageMap.Entry page, Supplier<Visitor> administrator) {
        this.page = page;
        this.administrator = administrator;
    }

    /** Paths below the door, each with what it needs. */
    static List<String> addresses(PageMap.Entry page, Supplier<Visitor> administrator, Visitor reader) {
        return switch (page.toString()) {
            case "CUSTOMER purchases/view" ->
                List.of(linkOn(reader, Door.CUSTOMER, "purchases", "/purchases/view?id="));
            case "STAFF customers/bulk-run" -> List.of(bulkRun(reader));
            case "STAFF exports/view" -> List.of(exported(reader));
            // every refresh of the rules makes new ones, and another test may ask for it
            case "STAFF value/rule" ->
                List.of(linkOn(administrator.get(), Door.STAFF, "value/affinity", "/value/rule?id="));
            default -> shared(page, administrator);
        };
    }

    private static List<String> shared(PageMap.Entry page, Supplier<Visitor> administrator) {
        return MADE.computeIfAbsent(page.toString(), missing -> new Samples(page, administrator).make());
    }

    private List<String> make() {
        return switch (page.toString()) {
            case "STAFF customers/list" ->
                List.of("customers/list", "customers/list?q=souza", "customers/list?q=zzzzzz");
            case "STAFF search" -> List.of("search", "search?q=souza", "search?q=suoza", "search?q=zzzzzz");
            case "STAFF search/quick" -> List.of("search/quick?q=souza");
            case "STAFF customers/filter" -> List.of("customers/filter", "customers/filter?list=" + NARROWED);
            case "STAFF customers/bulk" -> List.of("customers/bulk?list=" + NARROWED);
            case "STAFF customers/views" -> List.of("customers/views?list=" + NARROWED);
            case "STAFF customers/view" -> record();
            case "STAFF segments/view" ->
                List.of(linkOn(administrator.get(), Door.STAFF, "segments/list", "/segments/view?id="));
            case "STAFF segments/edit" ->
                List.of(
                        page.path(),
                        linkOn(administrator.get(), Door.STAFF, "segments/list", "/segments/view?id=")
                                .replace("/view", "/edit"));
            case "STAFF value/phase" -> List.of("value/phase?customer=" + customer());
            case "STAFF value/tier" -> List.of("value/tier?customer=" + customer());
            case "STAFF value/customers" -> List.of("value/customers", "value/customers?tier=MVC");
            case "STAFF value/rfm" -> List.of("value/rfm", "value/rfm?definition=EQUAL_GROUPS");
            case "STAFF customers/edit", "STAFF customers/portal", "STAFF customers/contribution" -> withId(customer());
            case "STAFF duplicates/merge" -> List.of("duplicates/merge?customer=" + customer());
            case "STAFF relations/tree" -> List.of("relations/tree?customer=" + customer());
            case "STAFF privacy/new" -> List.of("privacy/new?customer=" + customer());
            case "STAFF privacy/request" ->
                List.of(linkOn(administrator.get(), Door.STAFF, "privacy/requests", "/privacy/request?id="));
            case "STAFF purchases/view" -> List.of(sale());
            case "STAFF purchases/new" -> List.of("purchases/new?customer=" + customer());
            case "STAFF purchases/edit", "STAFF purchases/return" ->
                List.of(sale().replace("/view", page.path().substring(9)));
            case "STAFF interactions/view", "STAFF interactions/edit" -> withId(Api.interaction(customer()));
            case "STAFF interactions/write" -> List.of(page.path() + "?customer=" + customer());
            case "STAFF tasks/list" -> List.of("tasks/list", "tasks/list?view=ALL");
            case "STAFF tasks/edit" ->
                List.of(linkOn(administrator.get(), Door.STAFF, "tasks/list?view=ALL", "/tasks/edit?id="));
            case "STAFF promises/list" -> List.of("promises/list", "promises/list?view=OPEN");
            case "STAFF promises/edit" ->
                List.of(linkOn(administrator.get(), Door.STAFF, "promises/list?view=OPEN", "/promises/edit?id="));
            case "STAFF calendar/view" ->
                List.of("calendar/view", "calendar/view?view=month", "calendar/view?view=agenda");
            case "STAFF calendar/edit" ->
                List.of(linkOn(
                        administrator.get(),
                        Door.STAFF,
                        "customers/view?tab=activity&id=" + customer(),
                        "/calendar/edit?id="));
            case "STAFF admin/user" ->
                List.of(page.path(), linkOn(administrator.get(), Door.STAFF, "admin/users", "/admin/user?id="));
            case "STAFF admin/role" ->
                List.of(linkOn(administrator.get(), Door.STAFF, "admin/roles", "/admin/role?id="));
            case "STAFF admin/message" ->
                List.of(linkOn(administrator.get(), Door.STAFF, "admin/outbox", "/admin/message?id="));
            case "STAFF imports/view" -> withId(Api.imported("customers", "sample.csv", FILE, null));
            case "STAFF imports/map" -> List.of(uploaded());
            case "STAFF accept" ->
                List.of(belowDoor(Newcomers.inviteColleague(administrator.get(), Newcomers.freshEmail("guest"), "en")));
            case "CUSTOMER accept" ->
                List.of(belowDoor(Newcomers.inviteToPortal(
                        administrator.get(), customer(), Newcomers.freshEmail("guest"), "Gabriel Guest")));
            case "STAFF setup" -> List.of(page.path() + "?token=used-long-ago");
            default -> List.of(page.path());
        };
    }

    private List<String> record() {
        String path = "customers/view?id=" + customer();
        return Stream.concat(Stream.of(path), RECORD_TABS.stream().map(tab -> path + "&tab=" + tab))
                .toList();
    }

    private List<String> withId(String id) {
        return List.of(page.path() + "?id=" + id);
    }

    /** What was bought and not given back, of which there may be newer. */
    private String sale() {
        Visitor visitor = administrator.get().open(Door.STAFF, "customers/view?tab=purchases&id=" + customer());
        String href = visitor.at("main tr:has(.b-pos) a[href*='/purchases/view?id=']")
                .first()
                .getAttribute("href");
        return href.substring(href.indexOf("purchases/"));
    }

    private static String customer() {
        return Api.customer("Ana Souza Lima");
    }

    private static String bulkRun(Visitor visitor) {
        visitor.open(Door.STAFF, "customers/bulk?list=" + NARROWED);
        visitor.field("action").selectOption("ACQUIRED_VIA");
        visitor.settle().button("start").click();
        visitor.page().waitForURL(address -> address.contains("/customers/bulk-run"));
        return visitor.path().substring("/backoffice/".length());
    }

    private static String exported(Visitor visitor) {
        visitor.open(Door.STAFF, "exports/new?from=list%3Fq%3Dsouza");
        visitor.button("start").click();
        visitor.page().waitForURL(address -> address.contains("/exports/view"));
        return visitor.path().substring("/backoffice/".length());
    }

    private String uploaded() {
        Visitor visitor = administrator.get().open(Door.STAFF, "imports/new");
        visitor.field("file")
                .setInputFiles(new FilePayload("sample.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        visitor.button("upload").click();
        visitor.page().waitForURL(address -> address.contains("/imports/map"));
        return visitor.path().substring("/backoffice/".length());
    }

    private static String linkOn(Visitor visitor, Door door, String list, String target) {
        String page = target.substring(target.lastIndexOf('/') + 1);
        visitor.open(door, list);
        String relative = "main a[href^='" + page + "']";
        String whole = "main a[href*='" + target + "']";
        String href = visitor.at(visitor.at(whole).count() > 0 ? whole : relative)
                .first()
                .getAttribute("href");
        return target.substring(1, target.length() - page.length()) + href.substring(href.indexOf(page));
    }

    private String belowDoor(String link) {
        return link.substring(link.indexOf(page.path()));
    }
}
