package org.vinculo.crm.activity.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.vinculo.crm.activity.internal.CalendarQuery;
import org.vinculo.crm.activity.internal.Who;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.shared.Boundary;

/** When the customer who is signed in meets somebody of the house. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER)
public class MyAppointments {

    private static final Duration AHEAD = Duration.ofDays(366);
    private static final Duration BACK = Duration.ofDays(180);
    private static final int MOST = 50;

    @Inject
    Customers customers;

    @Inject
    CalendarQuery query;

    @Inject
    Who who;

    /** Those of the next year, the next one first; at most fifty. */
    public List<MyAppointment> coming() {
        return query.ofCustomer(customers.own().id(), true, who.now(), who.now().plus(AHEAD)).stream()
                .limit(MOST)
                .map(MyAppointment::of)
                .toList();
    }

    /** Those of the last half year, the last one first; at most fifty. */
    public List<MyAppointment> past() {
        List<MyAppointment> past = new java.util.ArrayList<>(
                query.ofCustomer(customers.own().id(), true, who.now().minus(BACK), who.now()).stream()
                        .filter(one -> !one.endsAt().isAfter(who.now()))
                        .map(MyAppointment::of)
                        .toList());
        java.util.Collections.reverse(past);
        return past.size() > MOST ? past.subList(0, MOST) : past;
    }
}
