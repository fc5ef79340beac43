package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.activity.AppointmentState;
import org.vinculo.crm.activity.entity.Appointment;
import org.vinculo.crm.activity.entity.AppointmentChange;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.EntityRecords;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.SearchHit;
import org.vinculo.crm.party.SearchIndex;
import org.vinculo.crm.shared.SqlText;

/**
 * Appointments are found by their title and place, those of a single occurrence too, by whoever may open them: who takes
 * part, who reaches the organiser or the customer. Cancelled ones are not.
 */
@ApplicationScoped
public class AppointmentRecords extends EntityRecords<Appointment> {

    @Inject
    CalendarBook book;

    @Inject
    Customers customers;

    @Inject
    StaffDirectory staff;

    @Inject
    Who who;

    public AppointmentRecords() {
        super(Appointment.class);
    }

    @Override
    public String kind() {
        return Appointment.FOUND_AS;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Phrase title() {
        return Phrase.of("activity.tab.meetings");
    }

    @Override
    public String icon() {
        return "calendar";
    }

    @Override
    public Permission permission() {
        return Permission.ACTIVITY_VIEW;
    }

    @Override
    public SqlText reached(CustomerScope scope) {
        SqlText own = SqlText.empty()
                .sqlPart("a.organizer_id = ")
                .value(who.own())
                .sqlPart(
                        " or exists (select 1 from appointment_guest g where g.appointment_id = a.id and g.account_id = ")
                .value(who.own())
                .sqlPart(")");
        List<Long> team = scope.reach() == Scope.TEAM && who.team() != null
                ? staff.ofTeam(who.team()).stream().map(StaffRef::id).toList()
                : List.of();
        if (!team.isEmpty()) {
            own.sqlPart(" or a.organizer_id in (").values(team).sqlPart(")");
        }
        return SqlText.empty()
                .sqlPart("exists (select 1 from appointment a left join customer c on c.id = a.customer_id"
                        + " where a.id = k.record_id and c.deleted_at is null")
                .add(Reach.andReached(scope, own))
                .sqlPart(")");
    }

    @Override
    protected Map<Long, SearchHit> shown(List<Appointment> appointments) {
        Map<Long, CustomerRef> people = customers.find(appointments.stream()
                .map(Appointment::getCustomerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<Long, StaffRef> organizers = staff.byIds(
                appointments.stream().map(Appointment::getOrganizerId).collect(Collectors.toSet()));
        Map<Long, SearchHit> hits = new HashMap<>();
        for (Appointment appointment : appointments) {
            CustomerRef customer = appointment.getCustomerId() == null ? null : people.get(appointment.getCustomerId());
            StaffRef organizer = organizers.get(appointment.getOrganizerId());
            hits.put(
                    appointment.getId(),
                    new SearchHit(
                            Phrase.value(appointment.getTitle()),
                            SearchHit.note(
                                    appointment
                                            .getStartLocal()
                                            .atZone(ZoneId.of(appointment.getZone()))
                                            .toInstant(),
                                    customer == null ? null : customer.name(),
                                    organizer == null ? null : organizer.name(),
                                    appointment.getPlace()),
                            "/calendar/edit",
                            appointment.getPublicId()));
        }
        return hits;
    }

    @Override
    protected Predicate present(Root<Appointment> record, CriteriaBuilder builder) {
        return builder.equal(record.get("state"), AppointmentState.PLANNED);
    }

    @Override
    protected List<SearchIndex.Entry> words(List<Appointment> appointments) {
        Map<Long, Map<LocalDateTime, AppointmentChange>> changes =
                book.changes(appointments.stream().map(Appointment::getId).toList());
        return appointments.stream()
                .map(each -> SearchIndex.Entry.ofWords(
                        each.getId(),
                        each.getCustomerId(),
                        Stream.concat(
                                Stream.of(each.getTitle(), each.getPlace()),
                                changes.getOrDefault(each.getId(), Map.of()).values().stream()
                                        .flatMap(change -> Stream.of(change.getTitle(), change.getPlace())))))
                .toList();
    }
}
