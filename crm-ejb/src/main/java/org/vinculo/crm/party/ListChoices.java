package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.entity.ListChoice;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.ReadOnce;

/** Which columns of the list of customers the caller wants to see. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_VIEW)
public class ListChoices {

    private static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_.]{0,39}");

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    /** Empty when nothing was chosen yet. */
    public Optional<List<String>> columns() {
        return of(em, caller.get()).map(ListChoice::getColumns).filter(columns -> !columns.isEmpty());
    }

    /** What somebody of the staff chose, read once for a page. */
    static Optional<ListChoice> of(EntityManager em, Caller who) {
        return who.kind() == Caller.Kind.STAFF
                ? ReadOnce.of(
                        List.of(ListChoice.class, who.accountId()),
                        () -> Optional.ofNullable(em.find(ListChoice.class, who.accountId())))
                : Optional.empty();
    }

    public void choose(List<String> columns) {
        Caller who = caller.get();
        if (who.kind() != Caller.Kind.STAFF) {
            throw new NotAllowed();
        }
        if (columns.size() > MOST
                || columns.stream().anyMatch(name -> !NAME.matcher(name).matches())) {
            throw InvalidInput.field("columns", "choice");
        }
        ListChoice choice = em.find(ListChoice.class, who.accountId());
        if (choice == null) {
            choice = new ListChoice(who.accountId());
            choice.choose(columns);
            em.persist(choice);
            return;
        }
        choice.choose(columns);
    }
}
