package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.identity.AccessChanged;
import org.vinculo.crm.identity.AccountStatus;
import org.vinculo.crm.identity.CustomerMatching;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.PortalAccess;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.AccountToken;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.identity.entity.PortalAccount;
import org.vinculo.crm.identity.entity.PortalMembership;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.EmailAddress;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;

/** Invitations to the portal and the memberships that come of them. */
@ApplicationScoped
public class PortalInvitations {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    AccountDirectory directory;

    @Inject
    Links links;

    @Inject
    AccountNotices notices;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    Event<AccessChanged> accessChanged;

    public List<PortalAccess> of(long customerId) {
        List<PortalAccess> all = new ArrayList<>();
        memberships(customerId).forEach(membership -> all.add(member(membership)));
        openLinks(customerId).forEach(link -> all.add(invited(link)));
        return all;
    }

    /** @throws InvalidInput when the account with the address is shut out; only staff may learn that */
    public void requireOpen(String email) {
        if (directory.find(Realm.CUSTOMER, email).filter(this::isShutOut).isPresent()) {
            throw InvalidInput.field("email", "identity.error.disabled");
        }
    }

    private boolean isShutOut(Account account) {
        return account.getStatus() == AccountStatus.DISABLED;
    }

    /**
     * Invites somebody, whether they have an account or not. To whom is shut out nothing is written, and nobody who
     * invites sees a difference.
     */
    public void invite(CustomerMatching.Candidate customer, String email, String name, OrgRole role, Locale locale) {
        EmailAddress.require("email", email);
        PortalAccount account = directory
                .find(Realm.CUSTOMER, email)
                .map(PortalAccount.class::cast)
                .orElseGet(() -> create(email, name, locale));
        close(customer.id(), account);
        Offer offer = new Offer(role, name, Normal.address(email));
        String token = links.issue(Purpose.CUSTOMER_INVITATION, account, customer.id(), offer.text());
        if (isShutOut(account)) {
            return;
        }
        notices.customerInvitation(account, locale, customer, links.address(Realm.CUSTOMER, "/accept", token));
    }

    private PortalAccount create(String email, String name, Locale locale) {
        PortalAccount account = new PortalAccount(email, name, locale, settings.zone(), clock.instant());
        em.persist(account);
        em.flush();
        return account;
    }

    public void changeRole(long customerId, String membershipId, OrgRole role) {
        PortalMembership membership = memberships(customerId).stream()
                .filter(found -> found.getPublicId().equals(membershipId))
                .findFirst()
                .orElseThrow(NotFound::new);
        membership.change(role);
        accessChanged.fire(new AccessChanged(membership.getAccount().getId()));
    }

    public void end(long customerId, String accountId) {
        PortalAccount account = directory.get(PortalAccount.class, accountId);
        int closed = close(customerId, account);
        int removed = em.createQuery(
                        "delete from PortalMembership m where m.customerId = :customer and m.account = :account")
                .setParameter("customer", customerId)
                .setParameter("account", account)
                .executeUpdate();
        if (closed + removed == 0) {
            throw new NotFound();
        }
        accessChanged.fire(new AccessChanged(account.getId()));
    }

    /** Makes the open invitations of somebody for a customer useless. */
    private int close(long customerId, Account account) {
        return em.createQuery("update AccountToken t set t.usedAt = :now where t.account = :account"
                        + " and t.customerId = :customer and t.purpose = :invitation and t.usedAt is null")
                .setParameter("now", clock.instant())
                .setParameter("account", account)
                .setParameter("customer", customerId)
                .setParameter("invitation", Purpose.CUSTOMER_INVITATION)
                .executeUpdate();
    }

    private List<PortalMembership> memberships(long customerId) {
        return em.createQuery(
                        "select m from PortalMembership m join fetch m.account where m.customerId = :customer order by m.id",
                        PortalMembership.class)
                .setParameter("customer", customerId)
                .setMaxResults(MOST)
                .getResultList();
    }

    private List<AccountToken> openLinks(long customerId) {
        return em.createQuery(
                        "select t from AccountToken t join fetch t.account where t.customerId = :customer"
                                + " and t.purpose = :invitation and t.usedAt is null and t.expiresAt > :now"
                                + " order by t.id",
                        AccountToken.class)
                .setParameter("customer", customerId)
                .setParameter("invitation", Purpose.CUSTOMER_INVITATION)
                .setParameter("now", clock.instant())
                .setMaxResults(MOST)
                .getResultList();
    }

    private static PortalAccess member(PortalMembership membership) {
        Account account = membership.getAccount();
        return new PortalAccess(
                membership.getPublicId(),
                account.getPublicId(),
                account.getEmail(),
                account.getDisplayName(),
                membership.getOrgRole(),
                account.getStatus(),
                false,
                null,
                account.getLastSignInAt());
    }

    private static PortalAccess invited(AccountToken link) {
        Offer offer = Offer.of(link);
        return new PortalAccess(
                null,
                link.getAccount().getPublicId(),
                offer.email(),
                offer.name(),
                offer.role(),
                AccountStatus.INVITED,
                true,
                link.getExpiresAt(),
                null);
    }
}
