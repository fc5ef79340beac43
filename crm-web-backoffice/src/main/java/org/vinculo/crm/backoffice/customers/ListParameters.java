package org.vinculo.crm.backoffice.customers;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.party.Condition;
import org.vinculo.crm.party.Conditions;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerSort;
import org.vinculo.crm.party.CustomerSortTitle;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.SortBy;
import org.vinculo.crm.shared.Texts;

/**
 * The state of the list of customers, which is its address: so it can be kept, sent and gone back to. What makes no
 * sense in an address is left out.
 */
final class ListParameters {

    static final int ROWS = 25;
    static final List<String> NAMES = List.of(
            "q",
            "owner",
            "stage",
            "kind",
            "language",
            "country",
            "created",
            "changed",
            "tier",
            "phase",
            "segment",
            "where",
            "quality",
            "channel",
            "source",
            "picked",
            "figure",
            "alike",
            "model",
            "partner",
            "deleted",
            "sort",
            "view",
            "page");

    /** Narrowed by what other rooms know; which of them the caller may use is asked when the list is read. */
    static final List<String> MORE = List.of(
            "tier", "phase", "segment", "quality", "channel", "source", "picked", "figure", "alike", "model",
            "partner");

    private static final int MOST_PAGES = 400;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> DAYS = Set.of("7", "30", "90", "365");

    private final Map<String, String> values = new LinkedHashMap<>();

    ListParameters(Map<String, String> request) {
        for (String name : NAMES) {
            String value = request.get(name);
            if (value != null && !value.isBlank() && isSensible(name, value.strip())) {
                values.put(name, value.strip());
            }
        }
    }

    /** The state in an address of the list or in the query of one. */
    static ListParameters ofAddress(String address) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return new ListParameters(query);
    }

    /** The address of the list as it is. */
    String address() {
        return with("page", get("page"));
    }

    String get(String name) {
        return values.get(name);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The address of the list with one thing changed, from its first page on; null takes the thing away. */
    String with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (!name.equals("page")) {
            changed.remove("page");
        }
        changed.remove(name);
        if (value != null) {
            changed.put(name, value);
        }
        String query = changed.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "list" : "list?" + query;
    }

    int page() {
        return has("page") ? Integer.parseInt(get("page")) : 1;
    }

    String sortField() {
        String sort = has("sort") ? get("sort") : CustomerSort.NAME.field();
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    /** Leaves out an order that is not among those offered to the person: it may be kept from before, or sent by somebody. */
    ListParameters sortedByOneOf(Collection<CustomerSortTitle> offered) {
        if (has("sort") && offered.stream().noneMatch(each -> each.field().equals(sortField()))) {
            values.remove("sort");
        }
        return this;
    }

    boolean isAscending() {
        return !has("sort") || !get("sort").startsWith("-");
    }

    PageRequest request() {
        return new PageRequest((page() - 1) * ROWS, ROWS, new SortBy(sortField(), isAscending()));
    }

    CustomerList wanted(LocalDate today, ZoneId zone) {
        return new CustomerList(
                        get("q"),
                        null,
                        has("kind") ? CustomerKind.valueOf(get("kind")) : null,
                        has("stage") ? CustomerStage.valueOf(get("stage")) : null,
                        has("owner") ? CustomerList.Ownership.valueOf(get("owner")) : null,
                        get("language"),
                        get("country"),
                        since("created", today, zone),
                        since("changed", today, zone),
                        has("deleted"))
                .with(MORE.stream().filter(this::has).collect(Collectors.toMap(name -> name, this::get)))
                .with(where());
    }

    /** What has to be true besides, or null. */
    Condition where() {
        return has("where") ? Conditions.read(get("where")).orElse(null) : null;
    }

    /** What narrows and orders the list, without where in it somebody is and which view they came from. */
    String query() {
        ListParameters bare = new ListParameters(values);
        bare.values.keySet().removeAll(Set.of("page", "view"));
        String address = bare.address();
        return address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
    }

    /** Nothing at all was asked for. */
    boolean isPlain() {
        return values.isEmpty();
    }

    private Instant since(String name, LocalDate today, ZoneId zone) {
        return has(name)
                ? today.minusDays(Integer.parseInt(get(name)))
                        .atStartOfDay(zone)
                        .toInstant()
                : null;
    }

    private static boolean isSensible(String name, String value) {
        return switch (name) {
            case "q" -> value.length() <= 200;
            case "owner" -> isOneOf(CustomerList.Ownership.values(), value);
            case "stage" -> isOneOf(CustomerStage.values(), value);
            case "kind" -> isOneOf(CustomerKind.values(), value);
            case "language" ->
                Texts.LOCALES.stream().anyMatch(locale -> locale.toLanguageTag().equals(value));
            case "country" -> COUNTRIES.contains(value);
            case "created", "changed" -> DAYS.contains(value);
            case "where" -> Conditions.read(value).isPresent();
            case "view" -> value.equals("all") || PublicId.isWellFormed(value);
            case "source" -> value.length() <= 100;
            case "tier", "phase", "quality" -> value.matches("[A-Z_]{2,20}");
            case "channel" -> value.matches("!|[A-Z_]{2,20}");
            case "segment" -> value.matches("[!A-Za-z0-9_,~-]{22,120}");
            case "picked" -> value.matches("[A-Za-z0-9_-]{22}(,[A-Za-z0-9_-]{22}){0,99}");
            case "partner" -> PublicId.isWellFormed(value);
            case "figure", "alike", "model" -> value.matches("[A-Za-z0-9_.-]{3,80}");
            case "deleted" -> value.equals("true");
            case "sort" -> value.matches("-?[A-Za-z]{2,30}");
            case "page" -> value.matches("[1-9]\\d{0,2}") && Integer.parseInt(value) <= MOST_PAGES;
            default -> false;
        };
    }

    private static boolean isOneOf(Enum<?>[] constants, String name) {
        return List.of(constants).stream().anyMatch(constant -> constant.name().equals(name));
    }
}
