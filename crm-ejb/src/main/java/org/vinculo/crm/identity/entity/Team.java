package org.vinculo.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicEntity;

/** People who share their customers: the reach of permissions with scope "team". */
@Entity
@Table(name = "team")
public class Team extends PublicEntity {

    @Column(name = "name", nullable = false, length = 100)
    private String name;

    @Column(name = "name_norm", nullable = false, length = 100)
    private String nameNorm;

    protected Team() {}

    public Team(String name) {
        rename(name);
    }

    public final void rename(String newName) {
        name = newName;
        nameNorm = Normal.fold(newName);
    }

    public String getName() {
        return name;
    }
}
