package org.vinculo.crm.identity.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.entity.Account;

/** Reads and renews stored passwords in transactions of their own, so that none is open while hashing. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CredentialReader {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    AccountDirectory directory;

    /**
     * What is known for an address.
     *
     * @param hash null when nobody can sign in with this address
     */
    public record Credentials(Account account, String hash, boolean knownAddress) {}

    public Credentials read(Realm realm, String emailNorm, String ip) {
        Optional<? extends Account> found = directory.find(realm, emailNorm);
        if (found.isEmpty()) {
            return new Credentials(null, null, false);
        }
        Account account = found.get();
        boolean knownAddress = ip != null && directory.isKnownAddress(account, ip);
        return new Credentials(account, account.isActive() ? account.getPasswordHash() : null, knownAddress);
    }

    public void replaceHash(long accountId, String old, String fresh) {
        Account account = em.find(Account.class, accountId);
        if (old.equals(account.getPasswordHash())) {
            account.rehash(fresh);
        }
    }
}
