package org.vinculo.crm.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import org.vinculo.crm.consent.internal.ChangeDesk;
import org.vinculo.crm.consent.internal.Ledger;
import org.vinculo.crm.consent.internal.LedgerReader;
import org.vinculo.crm.consent.internal.PreferenceBook;
import org.vinculo.crm.consent.internal.Words;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Consents and contact preferences as staff and scripts see and record them. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CONSENT_VIEW)
public class ConsentService {

    @Inject
    Customers customers;

    @Inject
    CurrentCaller caller;

    @Inject
    PreferenceBook book;

    @Inject
    ChangeDesk desk;

    @Inject
    LedgerReader ledger;

    @Inject
    Ledger entries;

    @Inject
    Contactability contactability;

    public PreferenceSheet sheet(String customer) {
        return book.sheet(visible(customer), caller.get().locale());
    }

    /** The hours of a sheet in words. */
    public String hours(PreferenceSheet sheet) {
        Caller reader = caller.get();
        return Phrases.write(Words.hours(sheet.hours()), reader.locale(), reader.zone());
    }

    public Page<LedgerLine> history(String customer, PageRequest page) {
        return ledger.page(visible(customer), page);
    }

    /** The same for scripts, newest first. */
    public Page<LedgerEntry> ledger(String customer, PageRequest page) {
        return entries.page(visible(customer), page, caller.get().locale());
    }

    /**
     * Whether and why.
     *
     * @throws NotFound when there is no such customer in reach
     * @throws InvalidInput when there is no such purpose
     */
    public ContactAnswer canContact(String customer, String purpose, Channel channel) {
        long id = visible(customer);
        boolean known =
                contactability.purposes().stream().anyMatch(each -> each.code().equals(purpose));
        if (!known) {
            throw InvalidInput.field("purpose", "choice");
        }
        return contactability.canContact(id, purpose, channel);
    }

    public Map<Channel, ContactAnswer> lights(String customer, String purpose) {
        return contactability.lights(visible(customer), purpose);
    }

    /** Writes down what the customer said about one purpose and channel. */
    @RolesAllowed(Permission.Code.CONSENT_EDIT)
    public void record(String customer, ConsentRecord said) {
        desk.record(
                editable(customer),
                said.purpose(),
                said.channel(),
                said.state(),
                said.told().by(caller.get()));
    }

    /**
     * Writes what the customer wants as a whole.
     *
     * @param stopped whether all marketing is stopped from now on, or null to leave that
     * @throws ConcurrentChange when the sheet was changed since it was read
     */
    @RolesAllowed(Permission.Code.CONSENT_EDIT)
    public void save(String customer, PreferenceWish wish, Boolean stopped, Told told) {
        long id = editable(customer);
        Teller teller = told.by(caller.get());
        boolean isStopped = book.sheet(id, caller.get().locale()).isStopped();
        desk.save(id, wish, teller);
        if (stopped == null || stopped == isStopped) {
            return;
        }
        if (stopped) {
            desk.stopMarketing(id, teller);
        } else {
            desk.resumeMarketing(id, teller);
        }
    }

    @RolesAllowed(Permission.Code.CONSENT_EDIT)
    public void stopMarketing(String customer, Told told) {
        desk.stopMarketing(editable(customer), told.by(caller.get()));
    }

    @RolesAllowed(Permission.Code.CONSENT_EDIT)
    public void resumeMarketing(String customer, Told told) {
        desk.resumeMarketing(editable(customer), told.by(caller.get()));
    }

    private long visible(String customer) {
        return customers.require(customer, Permission.CONSENT_VIEW).id();
    }

    private long editable(String customer) {
        return customers.require(customer, Permission.CONSENT_EDIT).id();
    }
}
