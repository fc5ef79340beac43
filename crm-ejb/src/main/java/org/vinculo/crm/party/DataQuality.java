package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerFilters;
import org.vinculo.crm.party.internal.quality.QualityBook;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.LargeBase;
import org.vinculo.crm.shared.SqlText;

/** How complete, proved and fresh the data are, for one customer and for all in reach. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_VIEW)
public class DataQuality {

    private static final String SEGMENT = "segment";

    @Inject
    CustomerAccess access;

    @Inject
    CustomerFilters filters;

    @Inject
    QualityBook book;

    @Inject
    LargeBase base;

    public CustomerQuality of(String customer) {
        return book.of(access.load(customer, Permission.CUSTOMER_VIEW));
    }

    /** Of all customers in reach. */
    public QualityReport report() {
        return report(null);
    }

    /**
     * Of the customers of a segment, as far as they are in reach.
     *
     * @param segment one of {@link #segments}; null for all customers
     * @throws org.vinculo.crm.shared.InvalidInput when the caller may not use it
     */
    public QualityReport report(String segment) {
        CustomerScope scope = access.scope(Permission.CUSTOMER_VIEW);
        Optional<SqlText> condition = segment == null
                ? Optional.empty()
                : Optional.of(filters.require(SEGMENT, segment).condition(segment));
        return base.answer(
                book.customers(LargeBase.LARGE + 1),
                () -> book.report(scope, condition),
                "quality",
                scope,
                condition.map(SqlText::filled));
    }

    /** The segments that the caller can ask about, with their names. */
    public List<ConditionField.Value> segments() {
        return filters.permitted().stream()
                .filter(filter -> filter.name().equals(SEGMENT))
                .flatMap(filter ->
                        filter.values().stream().map(value -> new ConditionField.Value(value, filter.text(value))))
                .toList();
    }
}
