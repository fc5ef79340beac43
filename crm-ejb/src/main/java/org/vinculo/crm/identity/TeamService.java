package org.vinculo.crm.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.vinculo.crm.identity.entity.Team;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;

/** Teams: how far "my team" reaches. */
@Stateless
@Boundary
@RolesAllowed(Permission.Code.USER_ADMIN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TeamService {

    private static final int MOST = 500;
    private static final int LONGEST_NAME = 100;
    private static final String TEAM = "team";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Journal journal;

    @Inject
    Event<AccessChanged> accessChanged;

    public List<TeamView> list() {
        return em.createQuery(
                        "select new org.vinculo.crm.identity.TeamView(t.publicId, t.version, t.name,"
                                + " (select count(s) from StaffUser s where s.team = t))"
                                + " from Team t order by t.nameNorm, t.id",
                        TeamView.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** @throws InvalidInput on {@code name} */
    public void create(String name) {
        Team team = new Team(valid(name, null));
        em.persist(team);
        journal.byCaller("team.created", TEAM, team.getPublicId(), null, team.getName());
    }

    /** @throws ConcurrentChange when somebody else renamed it meanwhile */
    public void rename(String id, long version, String name) {
        Team team = team(id);
        if (team.getVersion() != version) {
            throw new ConcurrentChange();
        }
        String before = team.getName();
        team.rename(valid(name, team));
        journal.byCaller("team.renamed", TEAM, id, null, before + " -> " + team.getName());
    }

    /**
     * Removes a team without people.
     *
     * @throws InvalidInput while people or customers belong to it
     */
    public void remove(String id) {
        Team team = team(id);
        em.remove(team);
        flush();
        journal.byCaller("team.removed", TEAM, id, null, team.getName());
        accessChanged.fire(new AccessChanged(null));
    }

    /** People and customers point to their team; the database refuses to take it from them. */
    private void flush() {
        try {
            em.flush();
        } catch (PersistenceException inUse) {
            InvalidInput fact = InvalidInput.field("", "identity.error.teamInUse");
            fact.initCause(inUse);
            throw fact;
        }
    }

    private String valid(String name, Team except) {
        String line = Normal.line(name);
        if (line == null || line.length() > LONGEST_NAME) {
            throw InvalidInput.field("name", line == null ? "required" : "tooLong", LONGEST_NAME);
        }
        em.createQuery("select t from Team t where t.nameNorm = :name", Team.class)
                .setParameter("name", Normal.fold(line))
                .getResultStream()
                .filter(found -> !found.equals(except))
                .findFirst()
                .ifPresent(found -> {
                    throw InvalidInput.field("name", "taken");
                });
        return line;
    }

    private Team team(String id) {
        return em.createQuery("select t from Team t where t.publicId = :id", Team.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
