package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;

/** Who calls, who is given something to do, and which day it is. */
@ApplicationScoped
public class Who {

    @Inject
    CurrentCaller caller;

    @Inject
    StaffDirectory staff;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    public String name() {
        String name = caller.get().name();
        return name == null ? "-" : name;
    }

    /** The account of a member of staff; null for tokens, jobs and customers. */
    public Long account() {
        Caller who = caller.get();
        return who.kind() == Caller.Kind.STAFF ? who.accountId() : null;
    }

    public Long team() {
        return caller.get().teamId();
    }

    /** The account for a question: of whoever has none nothing is. */
    Long own() {
        Long own = account();
        return own == null ? Long.valueOf(-1) : own;
    }

    /** The team for a question: of whoever has none nothing is. */
    Long ownTeam() {
        return team() == null ? Long.valueOf(-1) : team();
    }

    /**
     * The member of staff with a public id, the caller when there is none.
     *
     * @throws InvalidInput when nobody who works here has it, or nobody is named and the caller is not one of the staff
     */
    public StaffRef required(String field, String publicId) {
        if (publicId != null) {
            return staff.byPublicId(publicId).orElseThrow(() -> InvalidInput.field(field, "choice"));
        }
        Long own = account();
        StaffRef found =
                own == null ? null : staff.byIds(java.util.List.of(own)).get(own);
        if (found == null) {
            throw InvalidInput.field(field, "required");
        }
        return found;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The day it is for the house: promises are due by its calendar. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /** The zone of whoever looks. */
    public ZoneId zone() {
        return caller.get().zone();
    }
}
