package org.vinculo.crm.identity.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicEntity;

/** A named set of permissions with their reach. Built-in roles have a code and cannot be renamed or removed. */
@Entity
@Table(name = "app_role")
public class Role extends PublicEntity {

    public static final String ADMINISTRATOR = "administrator";

    @Column(name = "code", length = 40, updatable = false)
    private String code;

    @Column(name = "name", nullable = false, length = 100)
    private String name;

    @Column(name = "name_norm", nullable = false, length = 100)
    private String nameNorm;

    @ElementCollection
    @CollectionTable(name = "role_permission", joinColumns = @JoinColumn(name = "role_id"))
    @MapKeyColumn(name = "permission", length = 60)
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "reach", nullable = false, length = 8)
    @Enumerated(EnumType.STRING)
    private Map<Permission, Scope> permissions = new HashMap<>();

    protected Role() {}

    public Role(String code, String name, Map<Permission, Scope> permissions) {
        this.code = code;
        rename(name);
        this.permissions.putAll(permissions);
    }

    public final void rename(String newName) {
        name = newName;
        nameNorm = Normal.fold(newName);
    }

    public void grant(Map<Permission, Scope> granted) {
        permissions.keySet().retainAll(granted.keySet());
        permissions.putAll(granted);
    }

    public boolean isBuiltIn() {
        return code != null;
    }

    /** The administrator may do everything, also what a later version adds; nobody can take that away. */
    public boolean isAdministrator() {
        return ADMINISTRATOR.equals(code);
    }

    public Map<Permission, Scope> getPermissions() {
        Map<Permission, Scope> all = new EnumMap<>(Permission.class);
        if (!isAdministrator()) {
            all.putAll(permissions);
            return all;
        }
        for (Permission permission : Permission.values()) {
            all.put(permission, Scope.ALL);
        }
        return all;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }
}
