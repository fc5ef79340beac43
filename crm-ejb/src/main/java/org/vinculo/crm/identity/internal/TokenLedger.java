package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.SignedIn;
import org.vinculo.crm.identity.Theme;
import org.vinculo.crm.identity.entity.ApiToken;
import org.vinculo.crm.platform.Settings;

/** The API tokens in the database. */
@ApplicationScoped
public class TokenLedger {

    private static final Duration USED_STEP = Duration.ofMinutes(5);

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    public Optional<SignedIn> use(String tokenHash) {
        Instant now = clock.instant();
        Optional<ApiToken> known = em.createQuery("select t from ApiToken t where t.tokenHash = :hash", ApiToken.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
        // Dead for good, also when the clock is set back.
        known.filter(found -> found.isTooLate(now)).ifPresent(found -> Touches.tokenEnded(em, found.getId(), now));
        Optional<ApiToken> token = known.filter(found -> found.isUsable(now) && !found.isMakerGone());
        token.filter(found -> found.getLastUsedAt() == null
                        || found.getLastUsedAt().plus(USED_STEP).isBefore(now))
                .ifPresent(found -> noteUse(found, now));
        return token.map(this::signedIn);
    }

    private void noteUse(ApiToken token, Instant now) {
        Touches.tokenUsed(em, token.getId(), now);
    }

    private SignedIn signedIn(ApiToken token) {
        Map<Permission, Scope> permissions =
                token.allowed().stream().collect(Collectors.toMap(Function.identity(), permission -> Scope.ALL));
        Set<String> groups = permissions.keySet().stream().map(Permission::code).collect(Collectors.toSet());
        Caller caller = new Caller(
                Caller.Kind.TOKEN,
                token.getId(),
                token.getName(),
                null,
                null,
                permissions,
                null,
                null,
                null,
                null,
                settings.language(),
                settings.zone());
        return new SignedIn(null, caller, groups, token.getCreatedAt(), Theme.SYSTEM);
    }
}
