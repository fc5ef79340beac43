package org.vinculo.crm.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.vinculo.crm.identity.CustomerCredential;
import org.vinculo.crm.identity.CustomerStore;
import org.vinculo.crm.identity.DoorMechanism;
import org.vinculo.crm.identity.SignedIn;

/** Recognises customers at the portal. */
@ApplicationScoped
public class CustomerMechanism extends DoorMechanism {

    @Inject
    CustomerStore store;

    @Override
    protected Optional<SignedIn> recognise(String secret, boolean activity) {
        return store.validate(new CustomerCredential(secret, activity));
    }
}
