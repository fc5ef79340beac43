package org.vinculo.crm.identity.entity;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.internal.MergedPermissions;

/** A member of staff: what they may do comes from their roles, how far from the roles and their team. */
@Entity
@DiscriminatorValue("STAFF")
public class StaffUser extends Account {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "team_id")
    private Team team;

    @ManyToMany
    @JoinTable(
            name = "account_role",
            joinColumns = @JoinColumn(name = "account_id"),
            inverseJoinColumns = @JoinColumn(name = "role_id"))
    private Set<Role> roles = new LinkedHashSet<>();

    protected StaffUser() {}

    public StaffUser(String email, String displayName, Locale locale, ZoneId zone, Instant createdAt) {
        super(email, displayName, locale, zone, createdAt);
    }

    @Override
    public Realm realm() {
        return Realm.STAFF;
    }

    public void assign(Team newTeam, Collection<Role> newRoles) {
        team = newTeam;
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
    }

    public boolean isAdministrator() {
        return roles.stream().anyMatch(Role::isAdministrator);
    }

    /** What all their roles allow together. */
    public Map<Permission, Scope> permissions() {
        return MergedPermissions.of(roles.stream().map(Role::getPermissions).toList());
    }

    public Team getTeam() {
        return team;
    }

    public Set<Role> getRoles() {
        return Set.copyOf(roles);
    }
}
