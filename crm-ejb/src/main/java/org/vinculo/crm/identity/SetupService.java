package org.vinculo.crm.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.identity.internal.FirstStart;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.identity.internal.Links;
import org.vinculo.crm.identity.internal.NewPasswords;
import org.vinculo.crm.identity.internal.RequestLimits;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.NotFound;

/** Makes the first administrator of an installation, once, for whoever holds the link that the start printed. */
@Stateless
@Boundary
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SetupService {

    @Inject
    Links links;

    @Inject
    FirstStart firstStart;

    @Inject
    NewPasswords passwords;

    @Inject
    RequestLimits limits;

    @Inject
    Journal journal;

    public boolean isOpen(String token) {
        return !firstStart.isDone() && links.look(token, Purpose.SETUP).isPresent();
    }

    /** @throws NotFound when the link is wrong or somebody else was first */
    public void createFirstAdministrator(String token, String name, String email, String password, ClientInfo client) {
        limits.require("setup", Realm.STAFF, "", client);
        if (!isOpen(token)) {
            throw new NotFound();
        }
        String address = passwords.requireEmail(email);
        String hash = passwords.hash("password", password, address, name);
        if (links.use(token, Purpose.SETUP).isEmpty()) {
            throw new NotFound();
        }
        StaffUser administrator = firstStart.create(address, name, client.locale(), hash);
        journal.byOwner("setup.done", administrator, client, null);
    }
}
