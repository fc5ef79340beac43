package org.vinculo.crm.identity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A member of staff in the hands of an administrator. Teams and roles by their public ids. */
public class StaffForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String id;
    private long version;
    private String email;
    private String name;
    private String language = "en";
    private String teamId;
    private List<String> roleIds = new ArrayList<>();

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
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

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getTeamId() {
        return teamId;
    }

    public void setTeamId(String teamId) {
        this.teamId = teamId;
    }

    public List<String> getRoleIds() {
        return roleIds;
    }

    public void setRoleIds(List<String> roleIds) {
        this.roleIds = roleIds == null ? new ArrayList<>() : new ArrayList<>(roleIds);
    }
}
