package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.SqlText;

/** The list of customers by the channel through which they came; an exclamation mark stands for a channel that nobody wrote down. */
@ApplicationScoped
public class ChannelFilter implements CustomerFilter {

    private static final String NONE = "!";

    @Override
    public String name() {
        return "channel";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Phrase title() {
        return Phrase.of("party.filter.channel");
    }

    @Override
    public List<String> values() {
        return Arrays.stream(Channel.values()).map(Enum::name).toList();
    }

    @Override
    public boolean accepts(String value) {
        return NONE.equals(value) || values().contains(value);
    }

    @Override
    public Phrase text(String value) {
        return Phrase.of(NONE.equals(value) ? "party.filter.unknown" : "party.channel." + value);
    }

    @Override
    public boolean permitted() {
        return true;
    }

    @Override
    public SqlText condition(String value) {
        if (NONE.equals(value)) {
            return SqlText.empty().sqlPart("(c.acquired_via is null or c.acquired_via = '')");
        }
        return SqlText.empty().sqlPart("(c.acquired_via = ").value(value).sqlPart(")");
    }
}
