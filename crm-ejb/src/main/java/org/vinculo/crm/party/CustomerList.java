package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which customers are wanted; null means any.
 *
 * @param q words that names, numbers or addresses begin with, all of them
 * @param deleted whether the deleted ones are wanted instead of the others
 * @param more what other rooms know, by {@link CustomerFilter#name()}
 * @param where what has to be true besides, or null
 */
public record CustomerList(
        String q,
        String externalId,
        CustomerKind kind,
        CustomerStage stage,
        Ownership owner,
        String language,
        String country,
        Instant createdSince,
        Instant changedSince,
        boolean deleted,
        Map<String, String> more,
        Condition where)
        implements Serializable {

    public CustomerList {
        more = Map.copyOf(more);
    }

    public CustomerList(
            String q,
            String externalId,
            CustomerKind kind,
            CustomerStage stage,
            Ownership owner,
            String language,
            String country,
            Instant createdSince,
            Instant changedSince,
            boolean deleted) {
        this(q, externalId, kind, stage, owner, language, country, createdSince, changedSince, deleted, Map.of(), null);
    }

    /** The same, narrowed by what other rooms know: filter name to value. */
    public CustomerList with(Map<String, String> filters) {
        return new CustomerList(
                q,
                externalId,
                kind,
                stage,
                owner,
                language,
                country,
                createdSince,
                changedSince,
                deleted,
                filters,
                where);
    }

    /** The same, as far as the condition holds. */
    public CustomerList with(Condition condition) {
        return new CustomerList(
                q,
                externalId,
                kind,
                stage,
                owner,
                language,
                country,
                createdSince,
                changedSince,
                deleted,
                more,
                condition);
    }

    /** In how many ways the list is narrowed. */
    public long narrowings() {
        long own = Stream.of(q, externalId, kind, stage, owner, language, country, createdSince, changedSince, where)
                .filter(Objects::nonNull)
                .count();
        return own + more.size() + (deleted ? 1 : 0);
    }

    /** Whose customers. */
    public enum Ownership {
        ME,
        TEAM,
        NOBODY
    }

    public static final CustomerList ALL =
            new CustomerList(null, null, null, null, null, null, null, null, null, false);

    public static CustomerList search(String q) {
        return new CustomerList(q, null, null, null, null, null, null, null, null, false);
    }
}
