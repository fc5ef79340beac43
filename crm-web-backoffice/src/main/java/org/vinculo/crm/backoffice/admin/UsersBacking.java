package org.vinculo.crm.backoffice.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.AccountStatus;
import org.vinculo.crm.identity.StaffAdminService;
import org.vinculo.crm.identity.StaffRow;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;

/** Who works here. */
@Named
@ViewScoped
public class UsersBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private StaffAdminService staff;

    @Inject
    private transient Viewer viewer;

    private String q;
    private AccountStatus status;
    private final LazyTable<StaffRow> rows = LazyTable.<StaffRow>of(
                    request -> staff.list(q, status, request), StaffRow::id)
            .sortable("name", "email", "team", "status", "lastSignInAt")
            .startSort("name", true);

    public LazyTable<StaffRow> getRows() {
        return rows;
    }

    public String roles(StaffRow row) {
        return row.roles().stream()
                .map(role -> role.label(viewer.getLocale()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    public AccountStatus[] getStatuses() {
        return AccountStatus.values();
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public AccountStatus getStatus() {
        return status;
    }

    public void setStatus(AccountStatus status) {
        this.status = status;
    }
}
