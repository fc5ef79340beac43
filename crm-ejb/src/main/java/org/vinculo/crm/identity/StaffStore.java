package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.vinculo.crm.identity.internal.SessionRegistry;

/**
 * Identity store of the back office. Deliberately not one that the container collects: its handler asks the stores
 * of all web modules, and one realm would open the other's door.
 */
@ApplicationScoped
public class StaffStore {

    @Inject
    SessionRegistry sessions;

    public Optional<SignedIn> validate(StaffCredential credential) {
        return sessions.find(Realm.STAFF, credential.secret(), credential.activity());
    }
}
