package org.vinculo.crm.portal.address;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.party.portal.AddressConfirmation;
import org.vinculo.crm.shared.NotFound;

/** Confirms an address. A click confirms, not the visit: mail programs open links by themselves. */
@Named("addressBacking")
@ViewScoped
public class AddressBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AddressConfirmation confirmation;

    private String token;
    private String address;
    private String state = "ask";

    public void load() {
        try {
            address = confirmation.look(token);
        } catch (NotFound used) {
            state = "invalid";
        }
    }

    public void confirm() {
        try {
            confirmation.confirm(token);
            state = "done";
        } catch (NotFound used) {
            state = "invalid";
        }
    }

    /** ask, done or invalid. */
    public String getState() {
        return state;
    }

    public String getAddress() {
        return address;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
