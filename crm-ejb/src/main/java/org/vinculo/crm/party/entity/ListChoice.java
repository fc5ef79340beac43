package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;

/** The columns that a member of staff wants to see in the list of customers. */
@Entity
@Table(name = "customer_list_choice")
public class ListChoice {

    @Id
    @Column(name = "account_id")
    private Long accountId;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    @Column(name = "list_columns", nullable = false, length = 400)
    private String columns = "";

    @Column(name = "default_view", length = 22)
    private String defaultView;

    protected ListChoice() {}

    public ListChoice(long accountId) {
        this.accountId = accountId;
    }

    public void choose(List<String> names) {
        columns = String.join(",", names);
    }

    /** The view with which the list opens, by its public id; null for all customers. */
    public void openWith(String view) {
        defaultView = view;
    }

    public String getDefaultView() {
        return defaultView;
    }

    public List<String> getColumns() {
        return columns.isEmpty() ? List.of() : List.of(columns.split(","));
    }
}
