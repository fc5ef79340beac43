package org.vinculo.crm.backoffice.customers;

import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.party.Customer360;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerRow;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.shared.PageRequest;

/** Chooses a customer inside a form: a few words, the matches, one of them. Belongs to the backing of the form. */
public class CustomerPicker implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 8;

    private String query;
    private String chosen;
    private String name;
    private List<CustomerRow> found = List.of();
    private boolean searched;

    /** Starts with a customer, when there is one and it is in reach. */
    public void start(String publicId) {
        chosen = publicId;
        name = publicId == null
                ? null
                : CDI.current().select(Customer360.class).get().ref(publicId).name();
    }

    /** Starts with a customer whose name is known already. */
    public void start(String publicId, String knownName) {
        chosen = publicId;
        name = knownName;
    }

    public void search() {
        searched = query != null && !query.isBlank();
        found = searched
                ? CDI.current()
                        .select(CustomerService.class)
                        .get()
                        .list(CustomerList.search(query), PageRequest.of(0, SHOWN))
                        .items()
                : List.of();
    }

    public void choose(CustomerRow row) {
        chosen = row.publicId();
        name = row.name();
        found = List.of();
        searched = false;
        query = null;
    }

    public void clear() {
        chosen = null;
        name = null;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query;
    }

    /** Public id of the chosen customer, or null. */
    public String getChosen() {
        return chosen;
    }

    public String getName() {
        return name;
    }

    public List<CustomerRow> getFound() {
        return found;
    }

    public boolean isNobody() {
        return searched && found.isEmpty();
    }
}
