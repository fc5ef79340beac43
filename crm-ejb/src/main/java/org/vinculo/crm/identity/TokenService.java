package org.vinculo.crm.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.entity.ApiToken;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.identity.internal.AccountDirectory;
import org.vinculo.crm.identity.internal.Credentials;
import org.vinculo.crm.identity.internal.Grants;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;

/** Tokens for programs that use the REST API. */
@Stateless
@Boundary
@RolesAllowed(Permission.Code.TOKEN_ADMIN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TokenService {

    private static final int MOST = 500;
    private static final int LONGEST_NAME = 100;
    private static final String TOKEN = "token";
    private static final String PERMISSIONS = "permissions";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    AccountDirectory directory;

    @Inject
    Credentials credentials;

    @Inject
    CurrentCaller callers;

    @Inject
    Grants grants;

    @Inject
    Journal journal;

    @Inject
    Clock clock;

    @Inject
    Event<AccessChanged> accessChanged;

    /** Newest first. */
    public List<TokenView> list() {
        Instant now = clock.instant();
        return em.createQuery("select t from ApiToken t order by t.id desc", ApiToken.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(token -> new TokenView(
                        token.getPublicId(),
                        token.getName(),
                        token.allowed(),
                        token.getCreatedBy() == null
                                ? null
                                : token.getCreatedBy().getDisplayName(),
                        token.getCreatedAt(),
                        token.getExpiresAt(),
                        token.getLastUsedAt(),
                        token.isUsable(now),
                        token.isMakerGone()))
                .toList();
    }

    /**
     * Makes a token that may do no more than its maker. A token reaches everything, so its maker must do so with each
     * permission, then and whenever it is used; it rests while its maker may not come in.
     *
     * @param expiresAt when it stops working, or null for never
     * @return the token, which cannot be read again
     * @throws InvalidInput on {@code name}, {@code permissions} or {@code expiresAt}
     */
    public String create(String name, Set<Permission> permissions, Instant expiresAt) {
        String line = Normal.line(name);
        if (line == null || line.length() > LONGEST_NAME) {
            throw InvalidInput.field("name", line == null ? "required" : "tooLong", LONGEST_NAME);
        }
        if (permissions.isEmpty()) {
            throw InvalidInput.field(PERMISSIONS, "required");
        }
        grants.requireNotMore(
                PERMISSIONS,
                permissions.stream().collect(Collectors.toMap(Function.identity(), permission -> Scope.ALL)));
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw InvalidInput.field("expiresAt", "identity.error.past");
        }
        String secret = credentials.newToken();
        ApiToken token = new ApiToken(
                line, credentials.sha256(secret), (StaffUser) directory.own(), permissions, clock.instant(), expiresAt);
        em.persist(token);
        journal.byCaller("token.created", TOKEN, token.getPublicId(), null, line);
        return secret;
    }

    /** The permissions that the caller may put into a token. */
    public List<Permission> grantable() {
        Map<Permission, Scope> own = callers.get().permissions();
        return Arrays.stream(Permission.values())
                .filter(permission -> own.get(permission) == Scope.ALL)
                .toList();
    }

    /** @throws NotFound when there is no such token */
    public void revoke(String id) {
        ApiToken token = em.createQuery("select t from ApiToken t where t.publicId = :id", ApiToken.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
        token.revoke(clock.instant());
        journal.byCaller("token.revoked", TOKEN, id, null, token.getName());
        accessChanged.fire(new AccessChanged(null));
    }
}
