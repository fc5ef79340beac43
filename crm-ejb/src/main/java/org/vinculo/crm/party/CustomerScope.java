package org.vinculo.crm.party;

import java.util.Map;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.SqlText;

/**
 * Which customers the caller's permission reaches, for the queries of other rooms.
 *
 * @param reach how far
 * @param accountId the caller's account
 * @param teamId the caller's team, or null
 */
public record CustomerScope(Scope reach, Long accountId, Long teamId) {

    /** What the team reach means for somebody without a team: no team has a negative id. */
    private static final long NO_TEAM = -1;

    /** A condition in SQL or JPQL over the customer's owner and team; empty when everything is reached. */
    public String condition(String ownerPath, String teamPath) {
        return switch (reach) {
            case ALL -> "";
            case OWN -> ownerPath + " = :scopeOwner";
            case TEAM -> "(" + ownerPath + " = :scopeOwner or " + teamPath + " = :scopeTeam)";
        };
    }

    /** The parameters that {@link #condition} uses. */
    public Map<String, Object> parameters() {
        return switch (reach) {
            case ALL -> Map.of();
            case OWN -> Map.of("scopeOwner", accountId);
            case TEAM -> Map.of("scopeOwner", accountId, "scopeTeam", team());
        };
    }

    /** The condition over the customer {@code c} of a statement in SQL, with {@code and} before it; empty for everything. */
    public SqlText andReached() {
        SqlText sql = SqlText.empty();
        return switch (reach) {
            case ALL -> sql;
            case OWN -> sql.sqlPart(" and c.owner_id = ").value(accountId);
            case TEAM ->
                sql.sqlPart(" and (c.owner_id = ")
                        .value(accountId)
                        .sqlPart(" or c.team_id = ")
                        .value(team())
                        .sqlPart(")");
        };
    }

    public boolean reaches(Long ownerId, Long customerTeamId) {
        return switch (reach) {
            case ALL -> true;
            case OWN -> accountId.equals(ownerId);
            case TEAM -> accountId.equals(ownerId) || team().equals(customerTeamId);
        };
    }

    private Long team() {
        return teamId == null ? Long.valueOf(NO_TEAM) : teamId;
    }
}
