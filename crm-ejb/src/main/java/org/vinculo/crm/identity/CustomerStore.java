package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.vinculo.crm.identity.internal.SessionRegistry;

/** Identity store of the portal; see {@link StaffStore} for why the container does not collect it. */
@ApplicationScoped
public class CustomerStore {

    @Inject
    SessionRegistry sessions;

    public Optional<SignedIn> validate(CustomerCredential credential) {
        return sessions.find(Realm.CUSTOMER, credential.secret(), credential.activity());
    }
}
