package org.vinculo.crm.value.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.OpenedFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.SqlText;

/**
 * The customers behind the profile of the most valuable ones: {@code BEST} those from whom it was read, {@code ALL} those they
 * were compared with, and {@code BEST.COUNTRY.BR} or {@code ALL.COUNTRY.BR} those of them who share a value; nothing after the
 * last dot stands for a value that is not known.
 */
@ApplicationScoped
public class AlikeFilter extends OpenedFilter {

    private static final String BEST = "BEST";
    private static final Set<String> BASES = Set.of(BEST, "ALL");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{0,40}");

    @Inject
    CurrentCaller caller;

    @Inject
    Customers customers;

    public AlikeFilter() {
        super("alike", 26, Phrase.of("value.filter.alike"));
    }

    @Override
    public boolean accepts(String value) {
        String[] parts = parts(value);
        return BASES.contains(parts[0])
                && (parts.length == 1
                        || parts.length == 3
                                && CODE.matcher(parts[2]).matches()
                                && Arrays.stream(ProspectQuery.Known.values())
                                        .anyMatch(known -> known.name().equals(parts[1])));
    }

    private static String[] parts(String value) {
        return value.split("\\.", -1);
    }

    @Override
    public Phrase text(String value) {
        String[] parts = parts(value);
        Phrase of = Phrase.of("value.alike.of." + parts[0]);
        return parts.length == 1
                ? of
                : Phrase.of(
                        "value.alike.of.sharing",
                        of,
                        Phrase.of("value.alike." + parts[1]),
                        shared(ProspectQuery.Known.valueOf(parts[1]), parts[2]));
    }

    private static Serializable shared(ProspectQuery.Known known, String code) {
        if (code.isEmpty()) {
            return Phrase.of("value.alike.unknown");
        }
        return switch (known) {
            case KIND -> Phrase.of("party.kind." + code);
            case ORIGIN -> Phrase.of("party.channel." + code);
            case COUNTRY -> new Locale.Builder().setRegion(code).build();
            case LANGUAGE -> Locale.forLanguageTag(code);
        };
    }

    @Override
    public boolean permitted() {
        return caller.has(Permission.VALUE_VIEW);
    }

    @Override
    public SqlText condition(String value) {
        String[] parts = parts(value);
        SqlText sql = SqlText.empty()
                .sqlPart("(exists (select 1 from customer_value cv where cv.customer_id = c.id and cv.tier ")
                .sqlPart(BEST.equals(parts[0]) ? "= 'MVC')" : "is not null)");
        if (parts.length > 1) {
            sql.sqlPart(" and ")
                    .sqlPart(ProspectQuery.Known.valueOf(parts[1]).column())
                    .sqlPart(" = ")
                    .value(parts[2]);
        }
        return sql.add(customers.scope(Permission.VALUE_VIEW).andReached()).sqlPart(")");
    }
}
