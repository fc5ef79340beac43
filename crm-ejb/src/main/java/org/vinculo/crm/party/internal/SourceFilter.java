package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.SqlText;

/**
 * The list of customers by the source from which they came. The sources that were written down most are offered; they
 * are counted once a minute, as that looks at every customer. Any other one is accepted, too; an exclamation mark stands for
 * none that anybody wrote down.
 */
@ApplicationScoped
public class SourceFilter implements CustomerFilter {

    private static final String NONE = "!";
    private static final int OFFERED = 50;
    private static final int LONGEST = 100;
    private static final Duration COUNTED_FOR = Duration.ofMinutes(1);

    private record Counted(Instant at, List<String> sources) {}

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    private volatile Counted counted = new Counted(Instant.MIN, List.of());

    @Override
    public String name() {
        return "source";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Phrase title() {
        return Phrase.of("party.filter.source");
    }

    @Override
    public List<String> values() {
        Instant now = clock.instant();
        Counted last = counted;
        if (last.at().isBefore(now.minus(COUNTED_FOR))) {
            last = new Counted(now, count());
            counted = last;
        }
        return last.sources();
    }

    private List<String> count() {
        List<?> sources = em.createNativeQuery(
                        "select c.acquired_from from customer c where c.acquired_from is not null"
                                + " group by c.acquired_from order by count(*) desc, c.acquired_from")
                .setMaxResults(OFFERED)
                .getResultList();
        return sources.stream().map(String.class::cast).toList();
    }

    @Override
    public boolean accepts(String value) {
        return !value.isBlank() && value.length() <= LONGEST;
    }

    @Override
    public Phrase text(String value) {
        return NONE.equals(value) ? Phrase.of("party.filter.unknown") : Phrase.value(value);
    }

    @Override
    public boolean permitted() {
        return true;
    }

    @Override
    public SqlText condition(String value) {
        if (NONE.equals(value)) {
            return SqlText.empty().sqlPart("(c.acquired_from is null or c.acquired_from = '')");
        }
        return SqlText.empty().sqlPart("(c.acquired_from = ").value(value).sqlPart(")");
    }
}
