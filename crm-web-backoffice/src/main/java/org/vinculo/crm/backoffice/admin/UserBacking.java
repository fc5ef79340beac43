package org.vinculo.crm.backoffice.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.RoleService;
import org.vinculo.crm.identity.RoleView;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffAdminService;
import org.vinculo.crm.identity.StaffDetails;
import org.vinculo.crm.identity.StaffForm;
import org.vinculo.crm.identity.TeamService;
import org.vinculo.crm.identity.TeamView;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;
import org.vinculo.crm.ui.Viewer;

/** One member of staff: to invite, to change, to shut out. */
@Named
@ViewScoped
public class UserBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/admin/user?faces-redirect=true&id=";

    @EJB
    private StaffAdminService staff;

    @EJB
    private TeamService teamService;

    @EJB
    private RoleService roleService;

    @Inject
    private transient Feedback feedback;

    @Inject
    private transient Viewer viewer;

    private String id;
    private StaffForm form = new StaffForm();
    private StaffDetails details;
    private final Once once = new Once();
    private List<TeamView> teams;
    private List<RoleView> roles;

    public void load() {
        teams = teamService.list();
        roles = roleService.list();
        if (id != null) {
            details = staff.get(id);
            form = details.form();
        }
    }

    public String invite() {
        return once.run(
                () -> {
                    String created = staff.invite(form);
                    feedback.done("identity.user.invited", form.getEmail());
                    return PAGE + created;
                },
                form.getName(),
                form.getEmail(),
                form.getLanguage(),
                form.getTeamId(),
                form.getRoleIds());
    }

    public String save() {
        staff.save(form);
        return done("identity.user.saved");
    }

    public String inviteAgain() {
        staff.inviteAgain(id);
        return done("identity.user.invited");
    }

    public String disable() {
        staff.disable(id);
        return done("identity.user.disabled");
    }

    public String enable() {
        staff.enable(id);
        return done("identity.user.enabled");
    }

    public String endSessions() {
        feedback.done("identity.security.sessions.endedOthers", staff.endSessions(id));
        return PAGE + id;
    }

    public String resetSecondFactor() {
        staff.resetSecondFactor(id);
        return done("identity.user.factorRemoved");
    }

    private String done(String key) {
        feedback.done(key, details.row().name());
        return PAGE + id;
    }

    /** What the roles allow together, in the order of the matrix. */
    public List<Map.Entry<Permission, Scope>> getAllowed() {
        return details.permissions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    public String reach(Permission permission, Scope scope) {
        return RoleService.scoped().contains(permission) ? scope.name() : "YES";
    }

    public String label(RoleView role) {
        return role.role().label(viewer.getLocale());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public StaffForm getForm() {
        return form;
    }

    public StaffDetails getDetails() {
        return details;
    }

    public List<TeamView> getTeams() {
        return teams;
    }

    public List<RoleView> getRoles() {
        return roles;
    }
}
