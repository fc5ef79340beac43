package org.vinculo.crm.ui;

/**
 * One entry of the navigation.
 *
 * @param section name by which a page says that it belongs here
 * @param group section it stands under, or null at the top
 * @param textKey key of its text
 * @param icon name of its icon
 * @param outcome view it leads to, for example {@code /customers/list}
 * @param shortcut letter after {@code g} that leads there, or null
 */
public record NavEntry(String section, String group, String textKey, String icon, String outcome, String shortcut) {

    NavEntry leadingTo(String other) {
        return new NavEntry(section, group, textKey, icon, other, shortcut);
    }
}
