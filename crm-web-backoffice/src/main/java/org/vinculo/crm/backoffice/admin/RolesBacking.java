package org.vinculo.crm.backoffice.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.RoleService;
import org.vinculo.crm.identity.RoleView;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** All roles beside each other: module, action and reach. */
@Named
@ViewScoped
public class RolesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private RoleService service;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Feedback feedback;

    private List<RoleView> roles;
    private String name;
    private String likeId;

    /** A module with its actions. */
    public record Module(String code, List<Permission> permissions) implements Serializable {}

    @PostConstruct
    void load() {
        roles = service.list();
    }

    public String create() {
        String id = service.create(name, likeId);
        feedback.done("identity.roles.saved", name);
        return "/admin/role?faces-redirect=true&id=" + id;
    }

    public List<Module> getModules() {
        return modules();
    }

    static List<Module> modules() {
        return Arrays.stream(Permission.values())
                .map(Permission::module)
                .distinct()
                .map(module -> new Module(
                        module,
                        Arrays.stream(Permission.values())
                                .filter(permission -> permission.module().equals(module))
                                .toList()))
                .toList();
    }

    /** Key of the word in a cell: how far, or only yes where there are no customers to reach. */
    public String cell(RoleView role, Permission permission) {
        Scope scope = role.permissions().get(permission);
        if (scope == null) {
            return "NONE";
        }
        return RoleService.scoped().contains(permission) ? scope.name() : "YES";
    }

    public String label(RoleView role) {
        return role.role().label(viewer.getLocale());
    }

    public List<RoleView> getRoles() {
        return roles;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLikeId() {
        return likeId;
    }

    public void setLikeId(String likeId) {
        this.likeId = likeId;
    }
}
