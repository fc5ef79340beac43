package org.vinculo.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.vinculo.crm.identity.internal.TokenRegistry;

/** Identity store of the REST API. */
@ApplicationScoped
public class TokenStore {

    @Inject
    TokenRegistry tokens;

    public Optional<SignedIn> validate(TokenCredential credential) {
        return tokens.find(credential.token());
    }
}
