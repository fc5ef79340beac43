package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.ui.Viewer;

/** The customers before and after the present one in the list that the person comes from. */
@Named("customerNeighbours")
@RequestScoped
public class Neighbours {

    private static final int MOST = 10_000;

    @EJB
    private CustomerService customers;

    @Inject
    private Viewer viewer;

    @Inject
    private Clock clock;

    private String id;
    private String list;
    private Integer place;
    private Neighbour previous;
    private Neighbour next;

    /** A customer one step away. */
    public record Neighbour(String name, String href) {}

    /** What makes an address of a customer lead on through the list. */
    static String trail(ListParameters parameters, int place) {
        return trail(parameters.address(), place);
    }

    private static String trail(String address, int place) {
        return "&list=" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "&place=" + place;
    }

    /** Looks up three rows of the list; when it has changed meanwhile and the customer is not there, there is no way on. */
    public void load() {
        if (list == null || place == null || place > MOST) {
            return;
        }
        ListParameters parameters = ListParameters.ofAddress(list).sortedByOneOf(customers.sorts());
        int first = Math.max(0, place - 1);
        PageRequest window = new PageRequest(first, 3, parameters.request().sort());
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.getZone());
        List<CustomerRef> found = customers.refs(parameters.wanted(today, viewer.getZone()), window);
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).publicId().equals(id)) {
                previous = i == 0 ? null : neighbour(found.get(i - 1), first + i - 1);
                next = i == found.size() - 1 ? null : neighbour(found.get(i + 1), first + i + 1);
            }
        }
    }

    private Neighbour neighbour(CustomerRef customer, int at) {
        return new Neighbour(customer.name(), "view?id=" + customer.publicId() + trail(list, at));
    }

    /** For links that stay with the customer: a tab, a filter of the story. */
    public String getTrail() {
        return list == null || place == null ? "" : trail(list, place);
    }

    /** The list as it was left. */
    public String getBack() {
        return list == null ? "list" : ListParameters.ofAddress(list).address();
    }

    public Neighbour getPrevious() {
        return previous;
    }

    public Neighbour getNext() {
        return next;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list;
    }

    public String getPlace() {
        return place == null ? null : place.toString();
    }

    /** Addresses are typed and mangled: what is no number is no place. */
    public void setPlace(String asked) {
        place = asked != null && asked.matches("\\d{1,5}") ? Integer.valueOf(asked) : null;
    }
}
