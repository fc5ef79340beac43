package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.audit.AccessKind;
import org.vinculo.crm.audit.AccessLog;
import org.vinculo.crm.audit.AccessRow;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.privacy.ViewerRow;
import org.vinculo.crm.shared.Texts;

/** Who looked at a customer, month by month: by name for those who audit, by role for the customer. */
@ApplicationScoped
public class Viewers {

    private static final int MONTHS = 12;

    @Inject
    AccessLog log;

    @Inject
    StaffDirectory staff;

    @Inject
    RequestDesk desk;

    private record Group(YearMonth month, String who, AccessKind kind) {}

    /** Names, for those who audit. */
    public List<ViewerRow> named(long customerId, Locale locale) {
        List<AccessRow> rows = rows(customerId);
        Map<Long, StaffRef> people = staff.byIds(people(rows));
        return grouped(rows, locale, row -> {
            StaffRef person = people.get(row.actorId());
            return isProgram(row) || person == null ? program(locale) : person.name();
        });
    }

    /** Roles, for the customer. */
    public List<ViewerRow> byRole(long customerId, Locale locale) {
        List<AccessRow> rows = rows(customerId);
        Map<Long, String> roles = staff.roles(people(rows)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().label(locale)));
        return grouped(
                rows,
                locale,
                row -> isProgram(row)
                        ? program(locale)
                        : roles.getOrDefault(row.actorId(), Texts.text(locale, "privacy.viewers.staff")));
    }

    private List<AccessRow> rows(long customerId) {
        LocalDate since = YearMonth.from(desk.today()).minusMonths(MONTHS - 1L).atDay(1);
        return log.of(customerId, since);
    }

    private static boolean isProgram(AccessRow row) {
        return row.actorKind() == Caller.Kind.TOKEN;
    }

    private static String program(Locale locale) {
        return Texts.text(locale, "privacy.viewers.program");
    }

    private static Collection<Long> people(List<AccessRow> rows) {
        return rows.stream()
                .filter(row -> !isProgram(row))
                .map(AccessRow::actorId)
                .collect(Collectors.toSet());
    }

    private static List<ViewerRow> grouped(List<AccessRow> rows, Locale locale, Function<AccessRow, String> who) {
        DateTimeFormatter months = DateTimeFormatter.ofPattern("LLLL yyyy", locale);
        Map<Group, ViewerRow> groups = new LinkedHashMap<>();
        for (AccessRow row : rows) {
            Group group = new Group(YearMonth.from(row.day()), who.apply(row), row.kind());
            groups.merge(
                    group,
                    new ViewerRow(
                            group.month(),
                            months.format(group.month()),
                            group.who(),
                            group.kind(),
                            row.views(),
                            row.lastAt()),
                    (one, other) -> new ViewerRow(
                            one.month(),
                            one.period(),
                            one.who(),
                            one.kind(),
                            one.times() + other.times(),
                            later(one.lastAt(), other.lastAt())));
        }
        return List.copyOf(groups.values());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
