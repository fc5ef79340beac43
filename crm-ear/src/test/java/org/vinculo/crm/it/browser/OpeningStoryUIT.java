package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;
import org.vinculo.crm.it.Pause;

/** Every count that can be opened opens to as many rows as it says, on every page of figures. */
class OpeningStoryUIT extends BrowserTest {

    private static final Duration LEARNING = Duration.ofMinutes(2);

    /** A whole number and nothing but words around it: what is money, a share or a mean counts no rows. */
    private static final Pattern COUNT =
            Pattern.compile("\\D*?([1-9]\\d{0,2}(?:[.,]\\d{3})+|\\d+)(?![.,]?\\d|[\\s\\h]?%)\\D*");

    private static final Pattern LINE = Pattern.compile("(?:id=\"count\"|ui-paginator-current\")[^>]*>([^<]*)<");
    private static final Pattern LAST = Pattern.compile("(\\d[\\d.,\\s]*)\\D*$");

    private static final Pattern LISTS = Pattern.compile(
            "(?:customers/list(?!\\?model=)|value/(?:customers|moves|purchases|risk|rule|baskets|products)"
                    + "|interactions/list|promises/list)(?:\\?.*)?");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value/overview",
                "value/rfm",
                "value/rfm?definition=EQUAL_GROUPS",
                "value/affinity",
                "value/products",
                "value/model",
                "value/lifecycle",
                "value/potential",
                "value/alike",
                "value/risk",
                "quality/overview",
                "segments/list",
                "interactions/report",
                "promises/rates"
            })
    void everyCountOpensToAsManyRows(String path) {
        assertOpens(path);
    }

    @Test
    void conversationsOfTheYearOpenFromThePageOfTheCustomer() {
        assertOpens("customers/view?id=" + Api.customer("Ana Souza Lima"));
    }

    @Test
    void figuresOfTheValueTabOpenWhatIsBehindThem() {
        Visitor analyst = as(Account.ADMIN);
        String tab = "customers/view?tab=value&id=" + Api.customer("Ana Souza Lima");

        for (String behind : List.of(
                "#worth a[href*='contribution?id=']",
                "#worth a[href*='rows=SALES']",
                "#worth a[href*='figure=peers.']",
                "#worth a[href*='value/customers?rfm=']",
                "#worth a[href*='value/customers?cell=']",
                "#worth a[href*='/value/model']",
                "#treatment a[href*='value/customers?tier=']",
                "#phaseHistory a[href*='value/customers?phase=']",
                "#openPhases")) {
            analyst.open(Door.STAFF, tab);
            analyst.at(behind).first().click();
            analyst.page().waitForURL(address -> !address.contains("tab=value"));
            assertThat(analyst.settle().at("main table tbody tr, main .list li").count())
                    .as(behind)
                    .isPositive();
        }
    }

    @Test
    void anEarlierModelOpensToItsCustomersWhoAreStillHere() {
        Visitor analyst = as(Account.ADMIN).open(Door.STAFF, "value/overview");
        analyst.button("refresh").click();
        Locator earlier = analyst.settle().open(Door.STAFF, "value/model").at("a[href*='customers/list?model=']");
        Instant end = Instant.now().plus(LEARNING);
        while (earlier.count() == 0 && Instant.now().isBefore(end)) {
            Pause.of(Duration.ofSeconds(1));
            analyst.open(Door.STAFF, "value/model");
        }
        analyst.at("a[href^='model?run=']").last().click();
        analyst.page().waitForURL(address -> address.contains("/value/model?run="));
        String said = analyst.settle().at(".banner").first().innerText();
        Locator customers = analyst.at("dl a[href*='customers/list?model=']").first();
        long then = number(customers.innerText());

        customers.click();
        analyst.page().waitForURL(address -> address.contains("/customers/list?model="));

        long now = rows(analyst.settle().page().content());
        assertThat(now).isPositive().isLessThanOrEqualTo(then);
        assertThat(said).contains(String.valueOf(then)).contains(String.valueOf(now));
    }

    private void assertOpens(String path) {
        Visitor analyst = as(Account.ADMIN);
        Instant end = Instant.now().plus(LEARNING);
        Map<String, List<Long>> counts = counts(analyst.open(Door.STAFF, path));
        Map<String, List<Long>> opened = opened(analyst, counts);
        // A demo that has just begun is still learning and counting.
        while ((counts.isEmpty() || !opened.equals(counts)) && Instant.now().isBefore(end)) {
            Pause.of(Duration.ofSeconds(1));
            counts = counts(analyst.open(Door.STAFF, path));
            opened = opened(analyst, counts);
        }

        assertThat(counts).as("counts that open on %s", path).isNotEmpty();
        assertThat(opened).as("rows behind the counts of %s", path).isEqualTo(counts);
    }

    private static Map<String, List<Long>> counts(Visitor analyst) {
        Object links = analyst.at("main a[href]:not([data-measure])")
                .evaluateAll("all => all.map(each => [each.getAttribute('href'), each.textContent.trim()])");
        Map<String, List<Long>> counts = new LinkedHashMap<>();
        for (Object link : (List<?>) links) {
            List<?> parts = (List<?>) link;
            String address = below(analyst, parts.get(0).toString());
            Matcher said = COUNT.matcher(parts.get(1).toString());
            if (said.matches() && LISTS.matcher(address).matches()) {
                counts.computeIfAbsent(address, first -> new ArrayList<>()).add(number(said.group(1)));
            }
        }
        return counts;
    }

    /** An address as the page has it, seen from the door. */
    private static String below(Visitor analyst, String href) {
        String door = Door.STAFF.address().toString();
        String whole = URI.create(analyst.page().url()).resolve(href).toString();
        return whole.startsWith(door) ? whole.substring(door.length()) : "";
    }

    private static Map<String, List<Long>> opened(Visitor analyst, Map<String, List<Long>> counts) {
        Map<String, List<Long>> opened = new LinkedHashMap<>();
        counts.forEach((address, said) -> {
            long rows = rows(analyst.text(Door.STAFF, address));
            opened.put(address, said.stream().map(each -> rows).toList());
        });
        return opened;
    }

    /** What the line under the list says; an empty list has none. */
    private static long rows(String page) {
        Matcher line = LINE.matcher(page);
        Matcher last = LAST.matcher(line.find() ? line.group(1) : "");
        return last.find() ? number(last.group(1)) : 0;
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }
}
