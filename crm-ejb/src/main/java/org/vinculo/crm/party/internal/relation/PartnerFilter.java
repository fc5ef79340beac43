package org.vinculo.crm.party.internal.relation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.SqlText;

/** The customers whom a partner serves today. A value is the public id of the partner, who is in the caller's reach. */
@ApplicationScoped
public class PartnerFilter implements CustomerFilter {

    @Inject
    Clock clock;

    @Inject
    CustomerAccess access;

    @Override
    public String name() {
        return "partner";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Phrase title() {
        return Phrase.of("relation.filter.partner");
    }

    /** None is offered: they are opened from the list of partners. */
    @Override
    public List<String> values() {
        return List.of();
    }

    @Override
    public boolean accepts(String value) {
        return PublicId.isWellFormed(value);
    }

    @Override
    public Phrase text(String value) {
        return Phrase.value(access.load(value, Permission.CUSTOMER_VIEW).getDisplayName());
    }

    @Override
    public boolean permitted() {
        return true;
    }

    /** @throws org.vinculo.crm.shared.NotFound when the partner is out of reach */
    @Override
    public SqlText condition(String value) {
        return PartnerBook.served(
                access.load(value, Permission.CUSTOMER_VIEW).getId(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
