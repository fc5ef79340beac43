package org.vinculo.crm.party.internal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.QualityIssue;
import org.vinculo.crm.shared.SqlText;

/** The list of customers by what is missing or doubtful about them. */
@ApplicationScoped
public class QualityFilter implements CustomerFilter {

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Phrase title() {
        return Phrase.of("quality.filter");
    }

    @Override
    public List<String> values() {
        return Arrays.stream(QualityIssue.values()).map(Enum::name).toList();
    }

    @Override
    public Phrase text(String value) {
        return Phrase.of("quality.issue." + value);
    }

    @Override
    public boolean permitted() {
        return true;
    }

    @Override
    public SqlText condition(String value) {
        IssueSql issue = IssueSql.valueOf(value);
        return SqlText.empty().sqlPart("(").sqlPart(issue.sql()).sqlPart(")");
    }
}
