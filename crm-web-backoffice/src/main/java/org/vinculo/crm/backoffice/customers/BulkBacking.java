package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.CustomerBulk;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.ui.Feedback;

/** What is done with the customers that are ticked in the list; afterwards the list opens where it was. */
@Named("customerBulk")
@RequestScoped
public class BulkBacking {

    @EJB
    private CustomerBulk bulk;

    @EJB
    private CustomerService customers;

    @Inject
    private Feedback feedback;

    private String owner;
    private List<StaffRef> owners;

    public void assign() throws IOException {
        List<String> picked = picked();
        ArrayList<CustomerBulk.Before> before = new ArrayList<>(bulk.assign(picked, owner));
        tell(picked.size(), before.size(), () -> {
            if (owner == null) {
                feedback.done(() -> putBack(before), "party.bulk.released", before.size());
            } else {
                feedback.done(() -> putBack(before), "party.bulk.assigned", before.size(), name(owner));
            }
        });
    }

    public void delete() throws IOException {
        List<String> picked = picked();
        ArrayList<String> deleted = new ArrayList<>(bulk.delete(picked));
        tell(
                picked.size(),
                deleted.size(),
                () -> feedback.done(() -> restore(deleted), "party.bulk.deleted", deleted.size()));
    }

    /** Everything else that can be done with customers of a list, for those that are ticked. */
    public void more() throws IOException {
        goOn("/customers/bulk?list=");
    }

    public void export() throws IOException {
        goOn("/exports/new?from=");
    }

    private void goOn(String page) throws IOException {
        List<String> picked = picked();
        if (picked.isEmpty()) {
            tell(0, 0, () -> {});
            return;
        }
        ExternalContext external = external();
        String list = ListParameters.ofAddress(external.getRequestParameterMap().getOrDefault("back", ""))
                .with("picked", String.join(",", picked));
        external.redirect(external.getRequestContextPath() + page + URLEncoder.encode(list, StandardCharsets.UTF_8));
    }

    private void tell(int picked, int done, Runnable success) throws IOException {
        if (picked == 0) {
            feedback.warn("party.bulk.none");
        } else if (done > 0) {
            success.run();
        }
        if (picked > done) {
            feedback.warn("party.bulk.left", picked - done);
        }
        ExternalContext external = external();
        external.redirect(external.getRequestContextPath() + "/customers/"
                + ListParameters.ofAddress(external.getRequestParameterMap().getOrDefault("back", ""))
                        .address());
    }

    private static List<String> picked() {
        String[] ids = external().getRequestParameterValuesMap().get("picked");
        return ids == null ? List.of() : List.of(ids);
    }

    private static void putBack(List<CustomerBulk.Before> before) {
        CDI.current().select(CustomerBulk.class).get().putBack(before);
    }

    private static void restore(List<String> deleted) {
        CDI.current().select(CustomerBulk.class).get().restore(deleted);
    }

    private String name(String publicId) {
        return getOwners().stream()
                .filter(each -> each.publicId().equals(publicId))
                .map(StaffRef::name)
                .findFirst()
                .orElse("");
    }

    public List<StaffRef> getOwners() {
        if (owners == null) {
            owners = customers.owners();
        }
        return owners;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
