package org.vinculo.crm.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Set;
import org.vinculo.crm.shared.Texts;

/** The texts of all bundles for pages: {@code #{t['party.list.title']}}. */
@Named("t")
@ApplicationScoped
public class PageTexts extends AbstractMap<String, String> {

    @Inject
    Viewer viewer;

    @Override
    public String get(Object key) {
        return Texts.text(viewer.getLocale(), (String) key);
    }

    @Override
    public boolean containsKey(Object key) {
        return Texts.has(viewer.getLocale(), (String) key);
    }

    /** With any number of arguments: {@code #{t.of('party.list.count', n, total)}}. */
    public String of(String key, Object... args) {
        return Functions.text(key, args);
    }

    /** The words for a code, or the code itself where it is one of the customer's own. */
    public String orSelf(String prefix, String code) {
        String key = prefix + code;
        return code != null && containsKey(key) ? get(key) : code;
    }

    /** The keys are not listed: bundles are looked up one by one. */
    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}
