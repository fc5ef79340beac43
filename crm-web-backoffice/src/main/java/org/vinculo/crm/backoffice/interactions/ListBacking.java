package org.vinculo.crm.backoffice.interactions;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.interaction.InteractionRow;
import org.vinculo.crm.interaction.InteractionService;
import org.vinculo.crm.interaction.TriageService;
import org.vinculo.crm.party.Customer360;
import org.vinculo.crm.party.CustomerFilterTitle;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;

/** Everything that was spoken and written with customers; what it is narrowed to stands in the address. */
@Named("talkList")
@ViewScoped
public class ListBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private InteractionService interactions;

    @EJB
    private TriageService triage;

    @EJB
    private Customer360 customers;

    @EJB
    private CustomerService directory;

    @Inject
    private Viewer viewer;

    private final Filter filter = new Filter();
    private List<StaffRef> staff;
    private List<TeamRef> teams;
    private List<CustomerFilterTitle> extras;
    private String customerName;
    private Long waiting;

    private final LazyTable<InteractionRow> rows =
            LazyTable.of(request -> interactions.list(filter.wanted(), request), row -> row.view()
                    .publicId());

    public void load() {
        staff = interactions.staff();
        teams = interactions.teams();
        extras = Filter.ofCustomers(directory.extraFilters());
        if (filter.wanted().customer() != null) {
            customerName = customers.open(filter.getCustomer()).customer().ref().name();
        }
        if (viewer.permits("mail.triage")) {
            waiting = triage.waiting();
        }
    }

    public Filter getFilter() {
        return filter;
    }

    public LazyTable<InteractionRow> getRows() {
        return rows;
    }

    public List<StaffRef> getStaff() {
        return staff;
    }

    /** Filters of other rooms over customers: tiers, phases, segments. */
    public List<CustomerFilterTitle> getExtras() {
        return extras;
    }

    public List<TeamRef> getTeams() {
        return teams;
    }

    public String getCustomerName() {
        return customerName;
    }

    /** Mails of whom nobody knows whose they are; null for who may not see them. */
    public Long getWaiting() {
        return waiting;
    }
}
