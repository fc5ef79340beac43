package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vinculo.crm.privacy.PersonalSection;
import org.vinculo.crm.privacy.portal.MySection;
import org.vinculo.crm.shared.PersonalPurpose;
import org.vinculo.crm.shared.Texts;

/** What is known about a customer in words a person can read: each value with its name, when and from whom. */
@ApplicationScoped
public class Mirror {

    /** Long texts for programs; they are in the copy. */
    private static final Set<String> ONLY_IN_COPY = Set.of("changes", "user_agent");

    private static final int FACTS = 5;
    private static final int LONGEST = 300;

    @Inject
    PersonalReader reader;

    public List<MySection> write(long customerId, Locale locale, ZoneId zone) {
        Values values = new Values(locale, zone);
        return reader.sections(customerId, FACTS).stream()
                .map(section -> section(section, locale, values))
                .toList();
    }

    private static MySection section(PersonalSection section, Locale locale, Values values) {
        return new MySection(
                section.code(),
                Texts.text(locale, "privacy.data." + section.code()),
                Texts.text(locale, "privacy.purpose." + section.purpose().name()),
                section.purpose() == PersonalPurpose.PROFILE,
                section.total(),
                section.rows().stream()
                        .map(row -> fact(section, row, locale, values))
                        .toList());
    }

    private static MySection.Fact fact(PersonalSection section, List<Serializable> row, Locale locale, Values values) {
        List<MySection.Value> shown = new ArrayList<>();
        for (int i = 0; i < section.columns().size(); i++) {
            String column = section.columns().get(i);
            String text = values.write(row.get(i));
            boolean provenance = i == section.at() || i == section.by() || i == section.origin();
            if (!provenance && !text.isBlank() && !ONLY_IN_COPY.contains(column)) {
                shown.add(new MySection.Value(Texts.text(locale, "privacy.field." + column), cut(text)));
            }
        }
        Serializable at = section.at() < 0 ? null : row.get(section.at());
        return new MySection.Fact(shown, at instanceof Instant moment ? moment : null, source(section, row, locale));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String source(PersonalSection section, List<Serializable> row, Locale locale) {
        if (section.purpose() == PersonalPurpose.PROFILE && section.by() < 0) {
            return Texts.text(locale, "privacy.origin.COMPUTED");
        }
        Object origin = section.origin() < 0 ? null : row.get(section.origin());
        String key = "privacy.origin." + origin;
        return origin != null && Texts.has(locale, key) ? Texts.text(locale, key) : null;
    }
}
