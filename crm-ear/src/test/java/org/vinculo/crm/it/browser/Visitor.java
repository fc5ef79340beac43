package org.vinculo.crm.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.DemoServer;
import org.vinculo.crm.it.Door;

/**
 * A person with a browser of their own. Notes everything that goes wrong behind the page: errors on the console, broken
 * scripts, refused content, answers of 500 and more; a test ends only well without any of it.
 */
public final class Visitor {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    private static final Pattern RAW_KEY = Pattern.compile(
            "\\?\\?\\?|\\b(?:ui|errors|identity|party|consent|purchase|interaction|document|exchange|audit|notification|platform|demo"
                    + "|admin|home|activity|affinity|cadence|contribution|custom|duplicates|list|merge|operations|portal|privacy"
                    + "|quality|relation|risk|search|segment|value)\\.[a-z][A-Za-z0-9]*\\.[a-zA-Z0-9.]+\\b");
    private static final int SETTLE_MILLIS = 15_000;
    /**
     * Marks the page when the answer to the button that was pressed leaves it where it is. A browser may not give the answer
     * itself away any more once it has gone to another page.
     */
    private static final String SEES_WHETHER_PAGES_STAY = """
            (() => {
              const send = XMLHttpRequest.prototype.send;
              XMLHttpRequest.prototype.send = function (body) {
                if (window.__pressed && String(body).includes(window.__pressed + '=')) {
                  this.addEventListener('load', () => {
                    window.__stays = !this.responseText.includes('<redirect ');
                  });
                }
                return send.apply(this, arguments);
              };
            })()""";

    private static final Map<String, String> SIGNED_IN = new HashMap<>();

    private final Look look;
    private final BrowserContext context;
    private final List<String> problems = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();
    private final Set<Request> unanswered = new LinkedHashSet<>();
    private Page page;

    Visitor(Look look) {
        this(look, Chromium.browser(), null);
    }

    private Visitor(Look look, Browser browser, String state) {
        this.look = look;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setIsMobile(look.isPhone())
                .setHasTouch(look.isPhone())
                .setLocale(look.language())
                .setTimezoneId("America/Sao_Paulo")
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setStorageState(state));
        context.setDefaultTimeout(SETTLE_MILLIS);
        context.setDefaultNavigationTimeout(30_000);
        context.onConsoleMessage(this::heard);
        context.onWebError(error -> problem("script broke: " + error.error()));
        context.onResponse(this::answered);
        context.onRequestFailed(this::failed);
        context.onRequest(unanswered::add);
        context.onRequestFinished(unanswered::remove);
        context.addInitScript(SEES_WHETHER_PAGES_STAY);
        this.page = context.newPage();
    }

    /** Somebody whose browser keeps the pages behind it as they were. */
    static Visitor whoGoesBack() {
        return new Visitor(Look.DESK, Chromium.remembering(), null);
    }

    /** Somebody who is signed in already; the sign-in is made once per account and kept for the run. */
    static Visitor signedIn(Look look, Account account) {
        return signedIn(look, account.name(), visitor -> visitor.signIn(account));
    }

    /** Somebody who is signed in already, by whatever it takes the first time. */
    static Visitor signedIn(Look look, String who, Consumer<Visitor> comeIn) {
        if (SIGNED_IN.containsKey(who)) {
            String state = SIGNED_IN.get(who);
            Assertions.assertThat(state).as("%s could not come in before", who).isNotNull();
            return new Visitor(look, Chromium.browser(), state);
        }
        SIGNED_IN.put(who, null);
        Visitor visitor = new Visitor(look);
        comeIn.accept(visitor);
        SIGNED_IN.put(who, visitor.context.storageState());
        return visitor;
    }

    /** Forgets kept sign-ins, for tests that end them. */
    static void forget(Account account) {
        SIGNED_IN.remove(account.name());
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    public Look look() {
        return look;
    }

    /** Opens a page by its path below the door, without ending, perhaps with a query. */
    public Visitor open(Door door, String path) {
        try {
            page.navigate(door.address().resolve(path).toString());
        } catch (TimeoutError late) {
            late.addSuppressed(new AssertionError(
                    "not answered: " + unanswered.stream().map(Request::url).toList() + "\n" + DemoServer.threads()));
            throw late;
        }
        return settle();
    }

    /** Presses the button of the browser that leads to the page before. */
    public Visitor back() {
        page.goBack(new Page.GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));
        // A page that was kept is not loaded again, so that it would be waited for in vain.
        return comeToRest();
    }

    /** What the server answers to who opens a page, without showing it. */
    public String text(Door door, String path) {
        APIResponse answer = page.request().get(door.address().resolve(path).toString());
        if (!answer.ok()) {
            throw new AssertionError(answer.status() + " on " + path);
        }
        return answer.text();
    }

    public Visitor signIn(Account account) {
        return signIn(account.door(), account.email(), Account.PASSWORD);
    }

    public Visitor signIn(Door door, String email, String password) {
        open(door, "signin");
        field("email").fill(email);
        field("password").fill(password);
        button("submit").click();
        page.waitForURL(address -> !address.contains("/signin"));
        return settle();
    }

    /** The input with the given id, whatever contains it. */
    public Locator field(String id) {
        return page.locator("input[id$=':" + id + "'],textarea[id$=':" + id + "'],select[id$=':" + id + "'],input[id='"
                        + id + "']")
                .first();
    }

    /** The button or link with the given id, whatever contains it. */
    public Locator button(String id) {
        return page.locator("button[id$=':" + id + "'],a[id$=':" + id + "'],button[id='" + id + "'],a[id='" + id
                        + "'],input[type=submit][id$=':" + id + "']")
                .first();
    }

    public Locator at(String selector) {
        return page.locator(selector);
    }

    /** What the page says, as people read it. */
    public String text() {
        return page.locator("body").innerText();
    }

    public Visitor sees(String text) {
        assertThat(page.locator("body")).containsText(text);
        return this;
    }

    public String title() {
        return page.locator("h1").first().innerText();
    }

    /** The present address without scheme and host. */
    public String path() {
        return page.evaluate("location.pathname + location.search").toString();
    }

    /** Presses a button that sends its form, and waits for whatever page comes of it. */
    public Visitor press(Locator button) {
        String source = URLEncoder.encode(button.getAttribute("id"), StandardCharsets.UTF_8);
        page.evaluate(
                "source => { window.__before = true; window.__pressed = source; window.__stays = false; }", source);
        page.waitForResponse(response -> comesFrom(source, response.request()), button::click);
        page.waitForFunction("() => !window.__before || window.__stays");
        return settle();
    }

    /** Fields may send their form too when they are left. */
    private static boolean comesFrom(String source, Request request) {
        return request.method().equals("POST")
                && request.postData() != null
                && request.postData().contains(source + "=");
    }

    /** Waits until scripts, Ajax calls and animations are done. */
    public Visitor settle() {
        page.waitForLoadState();
        return comeToRest();
    }

    private Visitor comeToRest() {
        long end = System.nanoTime() + SETTLE_MILLIS * 1_000_000L;
        while (!isQuiet()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The page does not come to rest: " + page.url());
            }
            page.waitForTimeout(30);
        }
        return this;
    }

    private boolean isQuiet() {
        try {
            return (Boolean) page.evaluate("() => document.readyState === 'complete'"
                    + " && (!window.PrimeFaces || !PrimeFaces.ajax || PrimeFaces.ajax.Queue.isEmpty())"
                    + " && (!window.jQuery || jQuery.active === 0)");
        } catch (com.microsoft.playwright.PlaywrightException navigating) {
            return false;
        }
    }

    /** Problems whose text matches are part of the test, for example the console's note of a 404. */
    public Visitor expect(String pattern) {
        expected.add(Pattern.compile(pattern));
        return this;
    }

    /** Looks at the page as it is: accessibility, no sideways scrolling, no key where a text should stand. */
    public Visitor check() {
        checkTexts();
        Assertions.assertThat(accessibility()).as("axe on %s, %s", path(), look).isEmpty();
        return this;
    }

    /** What other words may break: sideways scrolling, a key where a text should stand, the language, the heading. */
    Visitor checkTexts() {
        settle();
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(overflow())
                .as("pixels beyond the width of %s, %s", path(), look)
                .isZero();
        softly.assertThat(RAW_KEY.matcher(text())
                        .results()
                        .map(found -> found.group())
                        .toList())
                .as("keys instead of texts on %s", path())
                .isEmpty();
        softly.assertThat(page.locator("html").getAttribute("lang"))
                .as("lang of %s", path())
                .isNotBlank();
        softly.assertThat(page.locator("h1").count()).as("h1 of %s", path()).isEqualTo(1);
        softly.assertAll();
        return this;
    }

    /** What axe finds wrong, each with the places. */
    public List<String> accessibility() {
        return new AxeBuilder(page)
                .withTags(WCAG).setLegacyMode(true).disableRules(List.of("region")).analyze().getViolations().stream()
                        .map(Visitor::told)
                        .toList();
    }

    private static String told(Rule rule) {
        TreeSet<String> places = new TreeSet<>();
        rule.getNodes().forEach(node -> places.add(node.getTarget() + " " + node.getHtml()));
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + "\n  " + String.join("\n  ", places);
    }

    private int overflow() {
        return ((Number)
                        page.evaluate(
                                "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"))
                .intValue();
    }

    /** Which elements stick out, for the message. */
    public Object stickingOut() {
        return page.evaluate("() => [...document.querySelectorAll('body *')]"
                + ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
                + ".slice(0, 8).map(e => e.tagName + '#' + e.id + '.' + e.className)");
    }

    /** Has a script that somebody tried to smuggle in run? Payloads set {@code window.__xss}. */
    public Visitor noForeignScriptRan() {
        Assertions.assertThat(page.evaluate("() => typeof window.__xss"))
                .as("script from data ran on %s", path())
                .isEqualTo("undefined");
        return this;
    }

    public String sessionId(Door door) {
        return context.cookies(door.address().toString()).stream()
                .filter(cookie -> cookie.name.equals(door.cookie()))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    public List<Cookie> cookies() {
        return context.cookies();
    }

    public Visitor screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return this;
    }

    List<String> problems() {
        return problems.stream()
                .filter(problem -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(problem).find()))
                .toList();
    }

    /** What was wrong so far belonged to a test that is over. */
    void startAfresh() {
        problems.clear();
        expected.clear();
    }

    void close() {
        context.close();
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error")) {
            problem("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void answered(Response response) {
        if (response.status() >= 500) {
            problem("answer " + response.status() + ": " + response.url());
        }
    }

    private void failed(Request request) {
        unanswered.remove(request);
        String why = String.valueOf(request.failure());
        if (!why.contains("ERR_ABORTED")) {
            problem("no answer: " + request.url() + " " + why);
        }
    }

    private synchronized void problem(String problem) {
        problems.add(problem);
    }
}
