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
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.entity.ListChoice;
import org.vinculo.crm.party.entity.SavedView;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PublicId;

/**
 * Lists of customers that people keep: their own and those that others share. A view holds only what was asked for;
 * whom it shows is decided by the permissions of who opens it.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_VIEW)
public class SavedViews {

    private static final int MOST = 50;
    private static final int NAME = 60;
    private static final int QUERY = 4000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CurrentCaller caller;

    /** The caller's own and the shared ones, by name. */
    public List<SavedViewRow> list() {
        Long account = caller.get().kind() == Caller.Kind.STAFF ? caller.get().accountId() : Long.valueOf(-1);
        String first = choice().map(ListChoice::getDefaultView).orElse(null);
        return em.createQuery(
                        "select v from SavedView v where v.accountId = :account or v.shared = true order by v.name, v.id",
                        SavedView.class)
                .setParameter("account", account)
                .setMaxResults(2 * MOST)
                .getResultStream()
                .map(view -> row(view, account, first))
                .toList();
    }

    private static SavedViewRow row(SavedView view, Long account, String first) {
        return new SavedViewRow(
                view.getPublicId(),
                view.getName(),
                view.getQuery(),
                view.getColumns(),
                view.isShared(),
                view.getAccountId().equals(account),
                view.getPublicId().equals(first));
    }

    /** Keeps a list under a name. */
    public SavedViewRow save(String name, String query, List<String> columns, boolean shared) {
        long account = account();
        if (query.length() > QUERY) {
            throw InvalidInput.field("name", "list.error.tooLong");
        }
        long own = em.createQuery("select count(v) from SavedView v where v.accountId = :account", Long.class)
                .setParameter("account", account)
                .getSingleResult();
        if (own >= MOST) {
            throw InvalidInput.field("name", "tooLarge", MOST);
        }
        SavedView view = new SavedView(account, query, columns);
        view.call(name(name), shared);
        em.persist(view);
        return row(view, account, null);
    }

    /** Another name, and whether everybody sees it; own views only. */
    public void change(String publicId, String name, boolean shared) {
        own(publicId).call(name(name), shared);
    }

    /** Own views only. */
    public void delete(String publicId) {
        em.remove(own(publicId));
    }

    /** The caller's list opens with this view from now on; null for all customers. */
    public void openWith(String publicId) {
        long account = account();
        if (publicId != null
                && list().stream().noneMatch(view -> view.publicId().equals(publicId))) {
            throw new NotFound();
        }
        ListChoice choice = choice().orElseGet(() -> {
            ListChoice made = new ListChoice(account);
            em.persist(made);
            return made;
        });
        choice.openWith(publicId);
    }

    private SavedView own(String publicId) {
        if (!PublicId.isWellFormed(publicId)) {
            throw new NotFound();
        }
        return em.createQuery(
                        "select v from SavedView v where v.publicId = :id and v.accountId = :account", SavedView.class)
                .setParameter("id", publicId)
                .setParameter("account", account())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Optional<ListChoice> choice() {
        return ListChoices.of(em, caller.get());
    }

    private long account() {
        if (caller.get().kind() != Caller.Kind.STAFF) {
            throw new NotAllowed();
        }
        return caller.get().accountId();
    }

    private static String name(String name) {
        String line = Normal.line(name);
        if (line == null) {
            throw InvalidInput.field("name", "required");
        }
        if (line.length() > NAME) {
            throw InvalidInput.field("name", "tooLong", NAME);
        }
        return line;
    }
}
