package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.SqlText;

/** The list of customers by the channel through which they came. */
@ApplicationScoped
public class ChannelFilter implements CustomerFilter {

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
    public Phrase text(String value) {
        return Phrase.of("party.channel." + value);
    }

    @Override
    public boolean permitted() {
        return true;
    }

    @Override
    public SqlText condition(String value) {
        return SqlText.empty().sqlPart("(c.acquired_via = ").value(value).sqlPart(")");
    }
}
