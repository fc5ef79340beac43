package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.GroupKind;
import org.vinculo.crm.party.GroupView;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicEntity;

/** A tag or a list of customers. Of each kind no two are called the same. */
@Entity
@Audited(
        name = "customerGroup",
        ignore = {"nameKey", "createdAt", "createdBy"})
@Table(name = "customer_group")
public class CustomerGroup extends PublicEntity {

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false, length = 10)
    private GroupKind kind;

    @Column(name = "name", nullable = false, length = 80)
    private String name;

    @Column(name = "name_key", nullable = false, length = 80)
    private String nameKey;

    @Column(name = "about", length = 400)
    private String about;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false, length = 200)
    private String createdBy;

    protected CustomerGroup() {}

    public CustomerGroup(GroupKind kind, Instant createdAt, String createdBy) {
        this.kind = kind;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    public void describe(String newName, String newAbout) {
        name = newName;
        nameKey = keyOf(newName);
        about = newAbout;
    }

    /** Under what a name is the same as another one. */
    public static String keyOf(String name) {
        String folded = Normal.fold(name);
        String key = folded.isEmpty() ? name : folded;
        return key.substring(0, Math.min(80, key.length()));
    }

    public GroupView view(long members) {
        return new GroupView(getPublicId(), getVersion(), kind, name, about, members, createdAt, createdBy);
    }

    public GroupKind getKind() {
        return kind;
    }

    public String getName() {
        return name;
    }
}
