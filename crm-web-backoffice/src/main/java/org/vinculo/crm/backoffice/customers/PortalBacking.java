package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.PortalAccess;
import org.vinculo.crm.identity.PortalAccessService;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.ContactView;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;

/** Who may come through the portal for a customer. */
@Named("customerPortal")
@ViewScoped
public class PortalBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private CustomerService customers;

    @EJB
    private PortalAccessService accesses;

    @Inject
    private Feedback feedback;

    private String id;
    private CustomerDetails customer;
    private List<PortalAccess> people;
    private String email;
    private String name;
    private OrgRole role = OrgRole.ADMIN;
    private final Once once = new Once();

    public void load() {
        customer = customers.get(id);
        people = accesses.of(customer.ref().id());
        if (people.isEmpty()) {
            email = customer.contacts().stream()
                    .filter(contact -> contact.type() == ContactPointType.EMAIL && contact.current())
                    .map(ContactView::value)
                    .findFirst()
                    .orElse(null);
            name = isOrganisation() ? null : customer.ref().name();
        }
    }

    public String invite() {
        OrgRole given = isOrganisation() ? role : OrgRole.ADMIN;
        return once.run(
                () -> {
                    accesses.invite(
                            customer.ref().id(),
                            email,
                            name,
                            given,
                            customer.ref().language());
                    feedback.done("party.portal.invited", email);
                    return here();
                },
                email,
                name,
                given);
    }

    public String end(PortalAccess person) {
        accesses.end(customer.ref().id(), person.accountId());
        feedback.done("party.portal.ended", person.email());
        return here();
    }

    private String here() {
        return "/customers/portal?faces-redirect=true&id=" + id;
    }

    public boolean isOrganisation() {
        return customer.ref().kind() == CustomerKind.ORGANISATION;
    }

    public CustomerDetails getCustomer() {
        return customer;
    }

    public List<PortalAccess> getPeople() {
        return people;
    }

    public OrgRole[] getRoles() {
        return OrgRole.values();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
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

    public OrgRole getRole() {
        return role;
    }

    public void setRole(OrgRole role) {
        this.role = role;
    }
}
