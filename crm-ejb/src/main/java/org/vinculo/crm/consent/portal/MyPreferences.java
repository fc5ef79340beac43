package org.vinculo.crm.consent.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.vinculo.crm.consent.PreferenceSheet;
import org.vinculo.crm.consent.PreferenceWish;
import org.vinculo.crm.consent.Source;
import org.vinculo.crm.consent.Teller;
import org.vinculo.crm.consent.internal.ChangeDesk;
import org.vinculo.crm.consent.internal.LedgerFile;
import org.vinculo.crm.consent.internal.LedgerReader;
import org.vinculo.crm.consent.internal.PreferenceBook;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.PortalRight;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** What the customer behind the present call allows and prefers, for that customer only. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class MyPreferences {

    private static final int SHORTEST_OBJECTION = 3;

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
    LedgerFile file;

    @Inject
    Clock clock;

    public PreferenceSheet sheet() {
        return book.sheet(me(), caller.get().locale());
    }

    /** What holds, ready to be changed. */
    public PreferenceForm form() {
        return new PreferenceForm(sheet());
    }

    public MyGlance glance() {
        Caller reader = caller.get();
        return Glances.of(sheet(), clock.instant(), reader.locale(), reader.zone());
    }

    /** What the customer told, and what was written down about it, newest first. */
    public Page<MyHistoryLine> history(PageRequest page) {
        return ledger.page(me(), page).map(MyHistoryLine::of);
    }

    /** The whole history as a file of comma-separated values. */
    public String historyFile() {
        return file.write(me());
    }

    /**
     * Writes what changed.
     *
     * @return how many things changed
     */
    public int save(PreferenceWish wish) {
        caller.require(PortalRight.PREFERENCES);
        return desk.save(me(), wish, inPerson());
    }

    /** As {@link #save(PreferenceWish)}, for what was entered. */
    public int save(PreferenceForm form) {
        caller.require(PortalRight.PREFERENCES);
        return save(form.wish());
    }

    public void stopMarketing() {
        caller.require(PortalRight.PREFERENCES);
        desk.stopMarketing(me(), inPerson());
    }

    public void resumeMarketing() {
        caller.require(PortalRight.PREFERENCES);
        desk.resumeMarketing(me(), inPerson());
    }

    /** Calls wrong what somebody else wrote down. */
    public void dispute(String entry, String words) {
        caller.require(PortalRight.PREFERENCES);
        if (words == null || words.strip().length() < SHORTEST_OBJECTION) {
            throw InvalidInput.field("words", "required");
        }
        desk.dispute(me(), entry, new Teller(caller.get(), Source.PORTAL, null, words));
    }

    /** Whether the caller's role lets them change anything. */
    public boolean maySpeak() {
        return caller.has(PortalRight.PREFERENCES);
    }

    private long me() {
        return customers.own().id();
    }

    private Teller inPerson() {
        return Teller.inPerson(caller.get());
    }
}
