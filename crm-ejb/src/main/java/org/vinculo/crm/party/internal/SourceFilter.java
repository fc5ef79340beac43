package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.SqlText;

/** The list of customers by the source from which they came; the sources that were written down most are offered. */
@ApplicationScoped
public class SourceFilter implements CustomerFilter {

    private static final int OFFERED = 50;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

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
        List<?> sources = em.createNativeQuery(
                        "select c.acquired_from from customer c where c.acquired_from is not null"
                                + " group by c.acquired_from order by count(*) desc, c.acquired_from")
                .setMaxResults(OFFERED)
                .getResultList();
        return sources.stream().map(String.class::cast).toList();
    }

    @Override
    public Phrase text(String value) {
        return Phrase.value(value);
    }

    @Override
    public boolean permitted() {
        return true;
    }

    @Override
    public SqlText condition(String value) {
        return SqlText.empty().sqlPart("(c.acquired_from = ").value(value).sqlPart(")");
    }
}
