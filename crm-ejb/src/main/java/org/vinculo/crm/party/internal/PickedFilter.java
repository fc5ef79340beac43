package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.party.OpenedFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.SqlText;

/**
 * The customers that somebody ticked, so that everything that is done with a list can be done with them. Whom the caller
 * does not reach is left out as in every list.
 */
@ApplicationScoped
public class PickedFilter extends OpenedFilter {

    /** As many as the selection of a job holds. */
    private static final int MOST = 100;

    public PickedFilter() {
        super("picked", 5, Phrase.of("party.filter.picked"));
    }

    @Override
    public boolean accepts(String value) {
        List<String> ids = ids(value);
        return ids.size() <= MOST && ids.stream().allMatch(PublicId::isWellFormed);
    }

    @Override
    public Phrase text(String value) {
        return Phrase.of("party.filter.picked.some", ids(value).size());
    }

    @Override
    public SqlText condition(String value) {
        List<String> ids = ids(value);
        SqlText condition = SqlText.empty().sqlPart("(c.public_id in (").value(ids.get(0));
        ids.stream().skip(1).forEach(id -> condition.sqlPart(", ").value(id));
        return condition.sqlPart("))");
    }

    private static List<String> ids(String value) {
        return Arrays.stream(value.split(",")).distinct().toList();
    }
}
