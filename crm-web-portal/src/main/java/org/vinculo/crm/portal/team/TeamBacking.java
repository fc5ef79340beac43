package org.vinculo.crm.portal.team;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.PortalAccess;
import org.vinculo.crm.identity.portal.MyTeam;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;

/** Who acts for the customer's organisation and what each may do. */
@Named("team")
@ViewScoped
public class TeamBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String HERE = "/team?faces-redirect=true";

    @Inject
    MyTeam team;

    @Inject
    Feedback feedback;

    private boolean organisation;
    private boolean manager;
    private List<PortalAccess> people = List.of();
    private String email;
    private String name;
    private OrgRole role = OrgRole.VIEWER;
    private PortalAccess chosen;
    private final Once once = new Once();

    @PostConstruct
    void load() {
        organisation = team.isOrganisation();
        if (organisation) {
            manager = team.mayManage();
            people = team.list();
        }
    }

    public String invite() {
        return once.run(
                () -> {
                    team.invite(email, name, role);
                    feedback.done("party.portal.invited", email);
                    return HERE;
                },
                email,
                name,
                role);
    }

    /** Opens the dialogue in which a colleague gets another role. */
    public void choose(PortalAccess person) {
        chosen = person;
        role = person.role();
    }

    public void cancel() {
        chosen = null;
        role = OrgRole.VIEWER;
    }

    public String changeRole() {
        team.changeRole(chosen.id(), role);
        feedback.done("identity.team.changed", chosen.name());
        return HERE;
    }

    public String remove(PortalAccess person) {
        team.remove(person.accountId());
        feedback.done("party.portal.ended", person.email());
        return HERE;
    }

    public boolean isOrganisation() {
        return organisation;
    }

    public boolean isManager() {
        return manager;
    }

    public List<PortalAccess> getPeople() {
        return people;
    }

    public PortalAccess getChosen() {
        return chosen;
    }

    public OrgRole[] getRoles() {
        return OrgRole.values();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public OrgRole getRole() {
        return role;
    }

    public void setRole(OrgRole role) {
        this.role = role;
    }
}
