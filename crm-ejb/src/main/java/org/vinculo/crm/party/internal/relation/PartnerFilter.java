package org.vinculo.crm.party.internal.relation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.OpenedFilter;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.shared.PublicId;
import org.vinculo.crm.shared.SqlText;

/** The customers whom a partner serves today. A value is the public id of the partner, who is in the caller's reach. */
@ApplicationScoped
public class PartnerFilter extends OpenedFilter {

    @Inject
    Clock clock;

    @Inject
    CustomerAccess access;

    public PartnerFilter() {
        super("partner", 50, Phrase.of("relation.filter.partner"));
    }

    @Override
    public boolean accepts(String value) {
        return PublicId.isWellFormed(value);
    }

    @Override
    public Phrase text(String value) {
        return Phrase.value(access.load(value, Permission.CUSTOMER_VIEW).getDisplayName());
    }

    /** @throws org.vinculo.crm.shared.NotFound when the partner is out of reach */
    @Override
    public SqlText condition(String value) {
        return PartnerBook.served(
                access.load(value, Permission.CUSTOMER_VIEW).getId(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
