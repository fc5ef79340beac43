package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.shared.PublicEntity;

/** A list of customers as a member of staff wants to see it again. */
@Entity
@Audited(
        name = "customerView",
        ignore = {"accountId"})
@Table(name = "customer_view")
public class SavedView extends PublicEntity {

    @Column(name = "account_id", nullable = false, updatable = false)
    private Long accountId;

    @Column(name = "name", nullable = false, length = 60)
    private String name;

    @Column(name = "shared", nullable = false)
    private boolean shared;

    @Column(name = "list_query", nullable = false, length = 4000)
    private String query;

    @Column(name = "list_columns", nullable = false, length = 1000)
    private String columns;

    protected SavedView() {}

    public SavedView(long accountId, String query, List<String> columns) {
        this.accountId = accountId;
        this.query = query;
        this.columns = String.join(",", columns);
    }

    public void call(String newName, boolean withEverybody) {
        name = newName;
        shared = withEverybody;
    }

    public Long getAccountId() {
        return accountId;
    }

    public String getName() {
        return name;
    }

    public boolean isShared() {
        return shared;
    }

    public String getQuery() {
        return query;
    }

    public List<String> getColumns() {
        return columns.isEmpty() ? List.of() : List.of(columns.split(","));
    }
}
