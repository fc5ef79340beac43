package org.vinculo.crm.backoffice.admin;

import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.RoleService;
import org.vinculo.crm.identity.RoleView;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** What one role allows. */
@Named
@ViewScoped
public class RoleBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NONE = "NONE";

    @EJB
    private RoleService service;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Feedback feedback;

    private String id;
    private RoleView role;
    private String name;
    private Map<String, String> reach = new HashMap<>();

    public void load() {
        role = service.get(id);
        name = role.role().label(viewer.getLocale());
        for (Permission permission : Permission.values()) {
            Scope scope = role.permissions().get(permission);
            reach.put(permission.name(), scope == null ? NONE : scope.name());
        }
    }

    public String save() {
        Map<Permission, Scope> granted = new EnumMap<>(Permission.class);
        for (Permission permission : Permission.values()) {
            String chosen = reach.get(permission.name());
            if (chosen != null && !NONE.equals(chosen)) {
                granted.put(permission, Scope.valueOf(chosen));
            }
        }
        service.save(id, role.version(), name, granted);
        feedback.done("identity.roles.saved", name);
        return "/admin/roles?faces-redirect=true";
    }

    public String remove() {
        service.remove(id);
        feedback.done("identity.roles.removed", name);
        return "/admin/roles?faces-redirect=true";
    }

    /** No, own, team, all; only no and yes where there are no customers to reach. */
    public List<SelectItem> choices(Permission permission) {
        if (!RoleService.scoped().contains(permission)) {
            return List.of(item(NONE, NONE), item(Scope.ALL.name(), "YES"));
        }
        return Stream.of(NONE, Scope.OWN.name(), Scope.TEAM.name(), Scope.ALL.name())
                .map(value -> item(value, value))
                .toList();
    }

    private SelectItem item(String value, String text) {
        return new SelectItem(value, Texts.text(viewer.getLocale(), "identity.scope." + text));
    }

    public List<RolesBacking.Module> getModules() {
        return RolesBacking.modules();
    }

    public RoleView getRole() {
        return role;
    }

    public Map<String, String> getReach() {
        return reach;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
