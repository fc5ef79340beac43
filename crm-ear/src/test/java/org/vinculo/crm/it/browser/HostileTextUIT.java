package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.DemoMailbox;
import org.vinculo.crm.it.Door;

/** Whatever is typed is text, wherever it comes out again: no script runs, no expression is worked out. */
class HostileTextUIT extends BrowserTest {

    private static final String POLYGLOT =
            "\"'></textarea></title></script>]]>\u2028<script>window.__xss=1</script><img src=x onerror=window.__xss=1>";
    private static final String EXPRESSION = "q#{7*7}q${7*7}q";
    private static final String SHORT = "<svg onload=window.__xss=1>" + EXPRESSION;
    private static final String LONG = POLYGLOT + EXPRESSION;
    private static final List<String> TABS = List.of(
            "timeline",
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
    private static final String FILE_NAME = "a'b\"><svg onload=window.__xss=1>q#{7*7}q.txt";

    @Test
    void whatStaffTypeAboutACustomerStaysText() {
        Visitor staff = as(Account.ADMIN).open(Door.STAFF, "customers/new");
        staff.button("addWeb").click();
        staff.settle();
        fillAll(staff, "form");
        staff.at("input[type=email]").first().fill(Newcomers.freshEmail("hostile"));
        staff.at("input[type=tel]").first().fill("+55 11 91234-5678");
        staff.at("input[id$=':taxId']").fill("");
        staff.at("input[id$=':externalId']").fill(SHORT + Newcomers.freshEmail("x"));
        Locator web = staff.at("#form input[type=text][id$=':value']").last();
        web.fill("javascript:window.__xss=1//.example");
        save(staff);
        if (staff.path().contains("/customers/new")) {
            web.fill("");
            save(staff);
        }
        staff.page().waitForURL(address -> address.contains("/customers/view"));
        String id = staff.path().replaceAll(".*id=([^&]+).*", "$1");

        log(staff);
        need(staff, id);

        for (String tab : TABS) {
            harmless(staff.open(Door.STAFF, "customers/view?tab=" + tab + "&id=" + id));
        }
        for (String page : List.of("customers/edit?id=" + id, "customers/portal?id=" + id, "home", "admin/audit")) {
            harmless(staff.open(Door.STAFF, page));
        }
        harmless(staff.open(Door.STAFF, "customers/list?q=" + "%3Csvg%20onload%3Dwindow.__xss%3D1%3Eq%23%7B7*7%7Dq"));
        staff.open(Door.STAFF, "customers/view?id=" + id);
        assertThat(staff.text()).contains("<svg onload=window.__xss=1>", EXPRESSION);
    }

    @Test
    void whatACustomerTypesInThePortalStaysTextForStaff() {
        Visitor staff = as(Account.ADMIN);
        String id = Api.newCustomer("{\"kind\":\"PERSON\",\"givenName\":\"Polly\",\"familyName\":\"Glot\"}");
        String email = Newcomers.freshEmail("polly");
        String link = Newcomers.inviteToPortal(staff, id, email, SHORT);
        harmless(staff);
        Visitor guest = visitor();
        Newcomers.accept(guest, link);
        harmless(guest.signIn(Door.CUSTOMER, email, Newcomers.PASSWORD));

        guest.open(Door.CUSTOMER, "data").field("text").fill(LONG);
        harmless(guest.press(guest.button("tell")));
        guest.open(Door.CUSTOMER, "data/edit").button("addPostal").click();
        guest.settle();
        fillAll(guest, "form");
        guest.at("input[id$=':taxId']").fill("");
        guest.at("input[type=email]").all().forEach(field -> field.fill(email));
        guest.at("input[type=tel]").all().forEach(field -> field.fill(""));
        save(guest);
        harmless(guest);
        message(guest);
        ask(guest);
        for (String page : List.of("home", "data", "preferences", "security", "messages", "privacy", "known")) {
            harmless(guest.open(Door.CUSTOMER, page));
        }
        assertThat(guest.open(Door.CUSTOMER, "messages").text())
                .contains("<script>window.__xss=1</script>", EXPRESSION, "svg onload=window.__xss=1");

        for (String tab : TABS) {
            harmless(staff.open(Door.STAFF, "customers/view?tab=" + tab + "&id=" + id));
        }
        assertThat(staff.open(Door.STAFF, "customers/view?tab=needs&id=" + id).text())
                .contains("<script>window.__xss=1</script>", EXPRESSION);
        for (String page : List.of("customers/edit?id=" + id, "customers/portal?id=" + id, "home", "admin/outbox")) {
            harmless(staff.open(Door.STAFF, page));
        }
        staff.at("a.row-open").first().click();
        staff.page().waitForURL(address -> address.contains("/admin/message"));
        harmless(staff.settle());
    }

    @Test
    void whatComesInFilesStaysText() {
        String word = "Glotfile" + System.nanoTime();
        String header = "number;name;email;" + SHORT + "\n";
        String row = word + SHORT + ";" + word + " " + POLYGLOT.replace("\u2028", "") + EXPRESSION + ";" + SHORT + ";"
                + SHORT + "\n";
        String id = Api.imported("customers", "<svg onload=window.__xss=1>q#{7*7}q.csv", header + row + row, null);
        Visitor staff = as(Account.ADMIN);
        for (String page : List.of(
                "imports/view?id=" + id,
                "imports/list",
                "customers/list?q=" + word,
                "search?q=" + word,
                "search/quick?q=" + word,
                "admin/jobs",
                "admin/audit",
                "home")) {
            harmless(staff.open(Door.STAFF, page));
        }
        assertThat(staff.open(Door.STAFF, "imports/view?id=" + id).text()).contains("svg onload=window.__xss=1");
    }

    @Test
    void whatStaffPlanAndSaveUnderANameStaysText() {
        String customer = Api.newCustomer("{\"kind\":\"PERSON\",\"givenName\":\"Paula\",\"familyName\":"
                + "\"]]></script>\u2028<svg onload=window.__xss=1>q#{7*7}q\"}");
        String talk = Api.interaction(customer, "<svg onload=window.__xss=1>q#{7*7}q]]>");
        Visitor staff = as(Account.ADMIN);
        staff.open(Door.STAFF, "tasks/new?customer=" + customer).field("title").fill(SHORT);
        staff.field("note").fill(LONG);
        harmless(staff.press(staff.button("save")));
        staff.open(Door.STAFF, "promises/new?customer=" + customer)
                .field("what")
                .fill(LONG);
        staff.field("note").fill(LONG);
        staff.field("dueOn").fill("2031-05-17");
        harmless(staff.press(staff.button("save")));
        assertThat(staff.path()).as("what was planned is saved").doesNotContain("/new");
        for (String page : List.of(
                "interactions/view?id=" + talk,
                "interactions/edit?id=" + talk,
                "interactions/write?customer=" + customer,
                "purchases/new?customer=" + customer,
                "duplicates/merge?customer=" + customer,
                "relations/tree?customer=" + customer,
                "value/tier?customer=" + customer,
                "privacy/new?customer=" + customer,
                "calendar/new?customer=" + customer,
                "tasks/list?view=ALL",
                "promises/list?view=OPEN",
                "search?q=Paula",
                "search/quick?q=Paula")) {
            harmless(staff.open(Door.STAFF, page));
        }
        for (String tab : TABS) {
            harmless(staff.open(Door.STAFF, "customers/view?tab=" + tab + "&id=" + customer));
        }
        pickedByName(staff);
    }

    private static void pickedByName(Visitor staff) {
        staff.open(Door.STAFF, "admin/home").page().keyboard().press("l");
        staff.at("[id='quickLog:who_input']").pressSequentially("Paula");
        Locator found = staff.page()
                .locator("#quickLogDialog .ui-autocomplete-item")
                .filter(new Locator.FilterOptions().setHasText("]]></script>"))
                .first();
        found.waitFor();
        harmless(staff);
        found.click();
        harmless(staff.settle());
        assertThat(staff.at("[id='quickLog:who_input']").inputValue()).contains("]]></script>", "<svg onload");
    }

    @Test
    void whatComesByMailStaysText() {
        assumeThat(DemoMailbox.isRead()).isTrue();
        String known = Newcomers.freshEmail("post");
        String customer = Api.newCustomer("{\"kind\":\"PERSON\",\"givenName\":\"Petra\",\"familyName\":\"Post\","
                + "\"email\":\"" + known + "\"}");
        DemoMailbox.receive(mail(known));
        DemoMailbox.receive(mail(Newcomers.freshEmail("nobody")));
        Visitor staff = as(Account.ADMIN);
        String talks = "interactions/list?customer=" + customer;
        for (int tries = 0; tries < 60 && !hasMail(staff, talks); tries++) {
            staff.page().waitForTimeout(500);
        }

        assertThat(staff.text()).contains("<svg onload=window.__xss=1>");
        harmless(staff);
        staff.at("main a[href*='interactions/view']").first().click();
        staff.page().waitForURL(address -> address.contains("/interactions/view"));
        harmless(staff.settle());
        assertThat(staff.text()).contains("<script>window.__xss=1</script>", EXPRESSION, "this one");
        String talk = staff.path().replaceAll(".*id=([^&]+).*", "$1");
        for (String page : List.of(
                "interactions/triage",
                "interactions/edit?id=" + talk,
                "interactions/write?customer=" + customer + "&reply=" + talk,
                "customers/view?id=" + customer,
                "customers/view?tab=timeline&id=" + customer,
                "search?q=svg",
                "search/quick?q=svg",
                "notices",
                "home")) {
            harmless(staff.open(Door.STAFF, page));
        }
        assertThat(staff.open(Door.STAFF, "interactions/triage").text()).contains("<svg onload=window.__xss=1>");
    }

    private static boolean hasMail(Visitor staff, String talks) {
        return staff.open(Door.STAFF, talks)
                        .at("main a[href*='interactions/view']")
                        .count()
                > 0;
    }

    /** Without words beside the markup, so that the markup is read; what it quotes looks like markup afterwards. */
    private static String mail(String from) {
        return "From: \"" + SHORT + "\" <" + from + ">\r\nTo: crm@serra.example\r\nSubject: " + SHORT
                + "\r\nMessage-ID: <" + from + ">\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=part\r\n\r\n--part\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                + "<html><head><style>@import 'http://pixel.example/a.css'; body{display:none}</style>"
                + "<script>window.__xss=1</script></head><body onload=window.__xss=1 style='background:url(http://pixel.example/b)'>"
                + "<p>Look at <a href='javascript:window.__xss=1'>this one</a> <img src='http://pixel.example/c.png'>"
                + "<svg onload=window.__xss=1></svg><iframe srcdoc='<script>parent.__xss=1</script>'></iframe>"
                + "<p>&lt;script&gt;window.__xss=1&lt;/script&gt; &lt;img src=x onerror=window.__xss=1&gt; "
                + EXPRESSION
                + "</body></html>\r\n--part\r\nContent-Type: text/html; name=\"page.html\"\r\n"
                + "Content-Disposition: attachment; filename=\"a'b<svg onload=window.__xss=1>q#{7*7}q.txt\"\r\n\r\n"
                + "<script>window.__xss=1</script>\r\n--part--\r\n";
    }

    @Test
    void namesThatStaffGiveStayTextWhereverTheyAreChosen() {
        Visitor staff = as(Account.ADMIN);
        String label = SHORT + System.nanoTime() % 1_000_000;
        staff.open(Door.STAFF, "admin/fields").at("#form input[id$=':label']").fill(label);
        staff.at("#form input[id$=':labelPt']").fill(label);
        staff.at("#form input[id$=':labelEs']").fill(label);
        staff.at("#form input[id$=':help']").fill(SHORT);
        staff.at("#form select[id$=':portal']").selectOption("EDITABLE");
        harmless(staff.press(staff.button("save")));
        String segment = segment(staff, label);
        try {
            staff.open(Door.STAFF, "customers/views?list=q%3DPaula")
                    .field("name")
                    .fill(label);
            harmless(staff.press(staff.button("save")));
            staff.open(Door.STAFF, "customers/groups")
                    .at("#form input[id$=':name']")
                    .fill(label);
            staff.at("#form textarea").fill(LONG);
            harmless(staff.press(staff.at("#form button[id$=':save']")));
            for (String page : List.of(
                    "admin/fields",
                    "admin/audit",
                    "customers/new",
                    "customers/list?segment=" + segment,
                    "customers/filter",
                    "customers/views",
                    "customers/groups",
                    "customers/bulk?list=q%3DAna",
                    "segments/list",
                    "segments/view?id=" + segment,
                    "segments/edit?id=" + segment,
                    "segments/overlap",
                    "quality/overview?segment=" + segment,
                    "interactions/list?segment=" + segment,
                    "interactions/report?segment=" + segment,
                    "exports/new",
                    "search?q=svg",
                    "home")) {
                harmless(staff.open(Door.STAFF, page));
            }
            chosenInAnImport(staff);
            String customer = Api.customer("Ana Souza Lima");
            for (String page : List.of("customers/view?id=", "customers/edit?id=", "duplicates/merge?customer=")) {
                harmless(staff.open(Door.STAFF, page + customer));
            }
            Visitor ana = as(Account.ANA);
            harmless(ana.open(Door.CUSTOMER, "data"));
            assertThat(ana.text()).contains(label);
            for (String page : List.of("admin/fields", "customers/views", "customers/groups", "segments/list")) {
                assertThat(staff.open(Door.STAFF, page).text()).as(page).contains(label);
            }
        } finally {
            takeAway(staff, "admin/fields", "retire");
            takeAway(staff, "customers/views", "remove");
            takeAway(staff, "customers/groups", "remove");
            staff.open(Door.STAFF, "segments/view?id=" + segment);
            staff.press(staff.button("delete"));
        }
    }

    private static String segment(Visitor staff, String name) {
        staff.open(Door.STAFF, "segments/edit").field("name").fill(name);
        harmless(staff.press(staff.button("save")));
        staff.page().waitForURL(address -> address.contains("/segments/view"));
        return staff.path().replaceAll(".*id=([^&]+).*", "$1");
    }

    private static void chosenInAnImport(Visitor staff) {
        ImportScreen.choose(staff, "CUSTOMERS")
                .setInputFiles(new FilePayload(
                        FILE_NAME + ".csv", "text/csv", (SHORT + ";name\nx;y\n").getBytes(StandardCharsets.UTF_8)));
        ImportScreen.upload(staff);
        harmless(staff);
    }

    private static void takeAway(Visitor staff, String page, String button) {
        staff.press(staff.open(Door.STAFF, page)
                .at("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("window.__xss"))
                .first()
                .locator("button[id$=':" + button + "']"));
    }

    private static void message(Visitor guest) {
        guest.open(Door.CUSTOMER, "messages").field("message").fill(LONG);
        guest.at("input[type=file]")
                .setInputFiles(new FilePayload(FILE_NAME, "text/plain", LONG.getBytes(StandardCharsets.UTF_8)));
        guest.button("send").click();
        harmless(guest.settle());
    }

    private static void ask(Visitor guest) {
        guest.open(Door.CUSTOMER, "privacy").field("kind").selectOption("CORRECTION");
        guest.field("words").fill(LONG);
        harmless(guest.press(guest.at("#asking button[id$=':send']")));
    }

    @Test
    void whatStrangersTypeAtTheDoorsStaysText() {
        Visitor stranger = visitor().open(Door.CUSTOMER, "register");
        stranger.field("name").fill(LONG);
        stranger.field("email").fill(Newcomers.freshEmail("stranger"));
        stranger.button("submit").click();
        harmless(stranger.settle());
        harmless(stranger.open(Door.CUSTOMER, "accept?token=%22%3E%3Cscript%3Ewindow.__xss=1%3C/script%3E"));
        harmless(stranger.open(Door.STAFF, "signin?next=javascript:window.__xss=1"));
        harmless(as(Account.ADMIN).open(Door.STAFF, "admin/outbox"));
    }

    private static void log(Visitor staff) {
        staff.at("#quick").click();
        staff.at("#quickLogDialog summary").click();
        staff.at("#quickLogDialog input[id$=':topic']").fill(SHORT);
        staff.at("#quickLogDialog textarea").fill(LONG);
        harmless(staff.press(staff.at("#quickLogDialog button[id$=':write']")));
    }

    private static void need(Visitor staff, String id) {
        staff.open(Door.STAFF, "customers/view?tab=needs&id=" + id);
        staff.at("#need textarea").fill(LONG);
        staff.at("#need input[id$=':originNote']").fill(SHORT);
        harmless(staff.press(staff.at("#need button[id$=':save']")));
    }

    /** Every field for free text of a form. */
    private static void fillAll(Visitor visitor, String form) {
        for (Locator field : visitor.at("#" + form + " input[type=text], #" + form + " textarea")
                .all()) {
            String room = field.getAttribute("maxlength");
            boolean number = "decimal".equals(field.getAttribute("inputmode"));
            field.fill(number ? "" : room != null && Integer.parseInt(room) < LONG.length() ? SHORT : LONG);
        }
        visitor.settle();
    }

    /** Saves; a warning about somebody alike is answered by saving again. */
    private static void save(Visitor visitor) {
        String before = visitor.path();
        visitor.press(visitor.button("save"));
        if (visitor.path().equals(before)
                && visitor.at("#form\\:duplicates section").count() > 0) {
            visitor.press(visitor.button("save"));
        }
    }

    private static void harmless(Visitor visitor) {
        visitor.noForeignScriptRan();
        assertThat(visitor.at("a[href^='javascript' i]").count())
                .as("links that run script on %s", visitor.path())
                .isZero();
        assertThat(visitor.at("img[src=x], svg[onload]").count())
                .as("elements out of data on %s", visitor.path())
                .isZero();
        assertThat(visitor.text()).as(visitor.path()).doesNotContain("q49", "49q");
    }
}
