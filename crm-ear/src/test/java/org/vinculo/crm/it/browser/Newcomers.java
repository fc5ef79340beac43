package org.vinculo.crm.it.browser;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.vinculo.crm.it.Door;

/** People who are invited during a test, on the pages that are made for it. */
final class Newcomers {

    static final String PASSWORD = "corner-lamp-47-orchard";

    private static final Pattern ADMINISTRATOR = Pattern.compile("Administra[dt]or");
    private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis() % 1_000_000_000);

    private static final Map<Door, String> CAREFUL = new EnumMap<>(Door.class);

    private Newcomers() {}

    static String freshEmail(String who) {
        return who + NUMBER.incrementAndGet() + "@newcomer.example";
    }

    /** Has the visitor invited, with the language of their browser, and signed in. */
    static void comeIn(Visitor administrator, Visitor visitor, Door door) {
        comeIn(administrator, visitor, door, freshEmail("reader"), "Robin Reader");
    }

    private static void comeIn(Visitor administrator, Visitor visitor, Door door, String email, String name) {
        String link = door == Door.STAFF
                ? inviteColleague(administrator, email, visitor.look().language())
                : inviteToPortal(administrator, customerReading(visitor.look()), email, name);
        accept(visitor, link);
        visitor.signIn(door, email, PASSWORD);
    }

    /** Has the visitor stand where the code of the second factor is asked for. */
    static void stopAtSecondStep(Visitor administrator, Visitor visitor, Door door) {
        String email = CAREFUL.computeIfAbsent(door, missing -> careful(administrator, visitor, door));
        visitor.open(door, "signin");
        visitor.field("email").fill(email);
        visitor.field("password").fill(PASSWORD);
        visitor.button("submit").click();
        visitor.page().waitForURL(address -> address.contains("/verify"));
        visitor.settle();
    }

    /** Somebody who has set up a second factor, signed out again. */
    private static String careful(Visitor administrator, Visitor visitor, Door door) {
        String email = freshEmail("careful");
        comeIn(administrator, visitor, door, email, "Carol Careful");
        visitor.open(door, door == Door.STAFF ? "profile/security" : "security");
        visitor.button("begin").click();
        String secret = visitor.settle().at("#mfaForm .code").first().innerText();
        visitor.field("code").fill(OneTimeCode.of(secret));
        visitor.button("enable").click();
        visitor.settle().context().clearCookies();
        return email;
    }

    /** Invites another administrator; gives the link that was sent. */
    static String inviteColleague(Visitor administrator, String email, String language) {
        administrator.open(Door.STAFF, "admin/user");
        administrator.field("name").fill("Robin Reader");
        administrator.field("email").fill(email);
        administrator.field("language").selectOption(language);
        administrator.page().getByLabel(ADMINISTRATOR).check();
        administrator.button("invite").click();
        return Mails.link(administrator.settle(), email);
    }

    /** Invites somebody to see the data of a customer; gives the link that was sent. */
    static String inviteToPortal(Visitor administrator, String customerId, String email, String name) {
        administrator.open(Door.STAFF, "customers/portal?id=" + customerId);
        administrator.field("email").fill(email);
        administrator.field("name").fill(name);
        administrator.button("invite").click();
        return Mails.link(administrator.settle(), email);
    }

    /** Follows the link of an invitation and chooses a password. */
    static void accept(Visitor newcomer, String link) {
        newcomer.page().navigate(link);
        newcomer.settle().field("password").fill(PASSWORD);
        newcomer.button("submit").click();
        newcomer.page().waitForURL(address -> !address.contains("/accept"));
        newcomer.settle();
    }

    private static String customerReading(Look look) {
        return Api.customer(
                switch (look.language()) {
                    case "pt-BR" -> "Ana Souza Lima";
                    case "es" -> "Carmen Ortega Ruiz";
                    default -> "Northwind Dental Group";
                });
    }
}
