package org.vinculo.crm.backoffice.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.identity.TeamService;
import org.vinculo.crm.identity.TeamView;
import org.vinculo.crm.ui.Feedback;

/** The teams. */
@Named
@ViewScoped
public class TeamsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private TeamService service;

    @Inject
    private transient Feedback feedback;

    private List<TeamView> teams;
    private TeamView editing;
    private String name;

    @PostConstruct
    void load() {
        teams = service.list();
        editing = null;
        name = null;
    }

    public void edit(TeamView team) {
        editing = team;
        name = team.name();
    }

    public void cancel() {
        load();
    }

    public void save() {
        if (editing == null) {
            service.create(name);
        } else {
            service.rename(editing.id(), editing.version(), name);
        }
        feedback.done("identity.teams.saved", name);
        load();
    }

    public void remove(TeamView team) {
        service.remove(team.id());
        feedback.done("identity.teams.removed", team.name());
        load();
    }

    public List<TeamView> getTeams() {
        return teams;
    }

    public TeamView getEditing() {
        return editing;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
