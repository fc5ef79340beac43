package org.vinculo.crm.ui;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.Permission;

/**
 * Who may open which page: {@code WEB-INF/page-rules.properties} of a web module, one line a page, its value the
 * roles of which one is needed, or {@code public}. A page without a line does not exist for anybody.
 */
public final class PageRules {

    static final String PUBLIC = "public";
    private static final String FILE = "/WEB-INF/page-rules.properties";

    private final Map<String, List<String>> rules;

    private PageRules(Map<String, List<String>> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** The rules of a web module, read once. */
    public static PageRules of(ServletContext context) {
        PageRules known = (PageRules) context.getAttribute(PageRules.class.getName());
        if (known != null) {
            return known;
        }
        try (InputStream file = context.getResourceAsStream(FILE)) {
            PageRules rules = read(file);
            context.setAttribute(PageRules.class.getName(), rules);
            return rules;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static PageRules read(InputStream file) throws IOException {
        Properties lines = new Properties();
        lines.load(file);
        Map<String, List<String>> rules = new LinkedHashMap<>();
        lines.forEach((page, roles) -> rules.put(
                page.toString(),
                Arrays.stream(roles.toString().split(",")).map(String::strip).toList()));
        return new PageRules(rules);
    }

    public Set<String> pages() {
        return rules.keySet();
    }

    /** Roles of which one is needed; empty for a page without a rule. */
    public List<String> roles(String page) {
        return rules.getOrDefault(page, List.of());
    }

    public boolean knows(String page) {
        return rules.containsKey(page);
    }

    public boolean isPublic(String page) {
        return roles(page).contains(PUBLIC);
    }

    /** Whether a caller has a role of the container, by what is bound to this request. */
    public static boolean isIn(Caller caller, String role) {
        return switch (caller.kind()) {
            case STAFF ->
                Permission.Code.STAFF.equals(role)
                        || Permission.ofCode(role).map(caller::has).orElse(false);
            case CUSTOMER ->
                Permission.Code.CUSTOMER.equals(role)
                        || caller.orgRole() != null && caller.orgRole().code().equals(role);
            case TOKEN, SYSTEM, ANONYMOUS -> false;
        };
    }

    /** Whether somebody with these roles may open the page. */
    public boolean admits(String page, Predicate<String> inRole) {
        return isPublic(page) || roles(page).stream().anyMatch(inRole);
    }
}
