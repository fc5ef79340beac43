package org.vinculo.crm.backoffice.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.NavEntry;
import org.vinculo.crm.ui.Navigation;
import org.vinculo.crm.ui.Viewer;

/** Pages to go to and things to create, found by their words in any language of the product. */
@ApplicationScoped
public class Commands {

    private static final int MOST = 6;

    @Inject
    Navigation navigation;

    @Inject
    Viewer viewer;

    /** Something to do. */
    public record Command(String text, String icon, String outcome) {}

    /** Those that begin with all the words typed; without any word the first ones. */
    public List<Command> matching(String q) {
        Set<String> typed = Normal.tokens(q);
        if (q != null && !q.isBlank() && typed.isEmpty()) {
            return List.of();
        }
        List<Command> matching = new ArrayList<>();
        collect(navigation.getCreatable(), "search.command.create", typed, matching);
        collect(navigation.getPages(), "search.command.go", typed, matching);
        return matching.stream().distinct().limit(MOST).toList();
    }

    private void collect(List<NavEntry> entries, String key, Set<String> typed, List<Command> matching) {
        for (NavEntry entry : entries) {
            if (typed.isEmpty() || Texts.LOCALES.stream().anyMatch(locale -> fits(entry, key, typed, locale))) {
                Locale locale = viewer.getLocale();
                matching.add(new Command(
                        Texts.text(locale, key, Texts.text(locale, entry.textKey())), entry.icon(), entry.outcome()));
            }
        }
    }

    private static boolean fits(NavEntry entry, String key, Set<String> typed, Locale locale) {
        String name = Texts.text(locale, entry.textKey());
        Set<String> words = Normal.tokens(name);
        Set<String> all = Normal.tokens(name + " " + Texts.text(locale, key + ".words"));
        return typed.stream().allMatch(each -> all.stream().anyMatch(word -> word.startsWith(each)))
                && typed.stream().anyMatch(each -> words.stream().anyMatch(word -> word.startsWith(each)));
    }
}
