package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.segment.Segments;
import org.vinculo.crm.segment.entity.Segment;
import org.vinculo.crm.shared.ReadOnce;
import org.vinculo.crm.shared.SqlText;

/**
 * The list of customers by segment. A value is the public id of one, or up to five of them with commas between for those who
 * are in all of them; an exclamation mark before one stands for those who are not in it. Tildes between two to five of them
 * stand for those who are in at least one.
 */
@ApplicationScoped
public class SegmentFilter implements CustomerFilter {

    private static final int MOST_OFFERED = 30;
    private static final String NOT = "!";
    private static final String COMMA = ",";
    private static final String TILDE = "~";
    private static final Pattern VALUE = Pattern.compile(
            "!?[A-Za-z0-9_-]{22}(?:,!?[A-Za-z0-9_-]{22}){0,4}|[A-Za-z0-9_-]{22}(?:~[A-Za-z0-9_-]{22}){1,4}");

    @Inject
    CurrentCaller caller;

    @Inject
    SegmentBook book;

    @Inject
    Segments segments;

    @Override
    public String name() {
        return "segment";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Phrase title() {
        return Phrase.of("segment.filter.title");
    }

    @Override
    public List<String> values() {
        return List.copyOf(offered().keySet());
    }

    /** Public id to name, by name. */
    private Map<String, String> offered() {
        return ReadOnce.of(SegmentFilter.class, () -> book.usable(MOST_OFFERED).stream()
                .collect(Collectors.toMap(
                        Segment::getPublicId, Segment::getName, (one, other) -> one, LinkedHashMap::new)));
    }

    private String name(String publicId) {
        String name = offered().get(publicId);
        return name == null ? segments.name(publicId) : name;
    }

    @Override
    public boolean accepts(String value) {
        return VALUE.matcher(value).matches();
    }

    @Override
    public Phrase text(String value) {
        boolean any = value.contains(TILDE);
        Phrase text = null;
        for (String part : value.split(any ? TILDE : COMMA, -1)) {
            Phrase name = Phrase.value(name(part.startsWith(NOT) ? part.substring(1) : part));
            Phrase told = part.startsWith(NOT) ? Phrase.of("segment.filter.not", name) : name;
            text = text == null ? told : Phrase.of(any ? "segment.filter.or" : "segment.filter.and", text, told);
        }
        return text;
    }

    @Override
    public boolean permitted() {
        return caller.has(Permission.SEGMENT_VIEW);
    }

    /** A negation also asks for the reach of its segment: whom the caller may not judge is not listed as being outside. */
    @Override
    public SqlText condition(String value) {
        if (value.contains(TILDE)) {
            return segments.anyOf(List.of(value.split(TILDE, -1)));
        }
        SqlText sql = SqlText.empty().sqlPart("(");
        String between = "";
        for (String part : value.split(COMMA, -1)) {
            sql.sqlPart(between);
            if (part.startsWith(NOT)) {
                sql.add(segments.others(part.substring(1)));
            } else {
                sql.add(segments.members(part));
            }
            between = " and ";
        }
        return sql.sqlPart(")");
    }
}
