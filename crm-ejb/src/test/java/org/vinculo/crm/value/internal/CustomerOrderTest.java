package org.vinculo.crm.value.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.ColumnSort;
import org.vinculo.crm.party.CustomerColumn;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerRow;
import org.vinculo.crm.party.CustomerSlice;
import org.vinculo.crm.party.CustomerSortTitle;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SortBy;
import org.vinculo.crm.value.RefreshOrder;
import org.vinculo.crm.value.entity.ValueRun;

/** The list of customers in the order of what other rooms know. */
class CustomerOrderTest extends PartyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final String tag = "o" + Long.toString(System.nanoTime(), 36);
    private final List<String> mine = new ArrayList<>();
    private ValueRun run;

    @BeforeEach
    void customersOfAllSorts() throws ReflectiveOperationException {
        WholeReach reach = wire(new WholeReach(), callers);
        ValueColumn value = wire(new ValueColumn(), reach);
        TierColumn tier = wire(new TierColumn(), callers, reach);
        Field columns = rows.getClass().getDeclaredField("columns");
        columns.setAccessible(true);
        columns.set(rows, one(value));
        Field sources = rows.getClass().getDeclaredField("sources");
        sources.setAccessible(true);
        sources.set(rows, one((org.vinculo.crm.party.CustomerColumnSource)
                () -> List.of(new NoValues(tier), new LastSpoken())));
        Settings settings = Settings.of(Map.of(Setting.ZONE, "UTC"));
        run = wire(new Runs(), settings, wire(new Policies()), wire(new Jobs())).prepare(RefreshOrder.USUAL, "test");
        run.begun("BRL", TODAY, TODAY, 2, 0);
        run.empty();
        run.finish(NOW);
        em.flush();
        customer("Ada", 100.5, "MVC", 3, north.getPublicId());
        customer("Bea", 100.5, "MGC", 3, null);
        customer("Cid", null, "NEW", 9, north.getPublicId());
        customer("Dom", 900.0, "BZ", null, south.getPublicId());
        customer("Eva", -12.25, "MVC", 1, south.getPublicId());
        customer("Fox", null, null, null, null);
        customer("Gil", null, null, 20, null);
    }

    private void customer(String name, Double ltv, String tier, Integer spokenDaysAgo, String owner) {
        CustomerForm form = person(name, tag);
        form.setOwner(owner);
        var made = service.create(form).ref();
        em.flush();
        mine.add(made.publicId());
        if (tier != null) {
            em.createNativeQuery("insert into customer_value (customer_id, run_id, as_of, computed_at, currency, model,"
                            + " repeats, last_repeat, age, mean_value, ltv, net_revenue, margin, year_margin, year_service,"
                            + " contribution, tier, tier_seen, tier_policy_no, phase, phase_since, phase_rule, idip)"
                            + " values (?1, ?2, ?3, ?4, 'BRL', 'AVERAGE_MARGIN', 0, 0, 0, 0, nullif(?6, -1e0), 10, 10, 10, 0, 10, ?5, 1, 1, 'RETENTION', ?3,"
                            + " 'FIRST_PURCHASE', 7)")
                    .setParameter(1, made.id())
                    .setParameter(2, run.getId())
                    .setParameter(3, Date.valueOf(TODAY))
                    .setParameter(4, Timestamp.valueOf(TODAY.atStartOfDay()))
                    .setParameter(5, tier)
                    .setParameter(6, ltv == null ? -1 : ltv)
                    .executeUpdate();
        }
        if (spokenDaysAgo != null) {
            em.createNativeQuery("insert into last_contact (customer_id, last_at) values (?1, ?2)")
                    .setParameter(1, made.id())
                    .setParameter(
                            2, Timestamp.valueOf(TODAY.minusDays(spokenDaysAgo).atTime(8, 30)))
                    .executeUpdate();
        }
    }

    @Test
    void valueComesHighestFirstAndWhoHasNoneLastEitherWay() {
        assertThat(sorted("value", false)).containsExactly("Dom", "Bea", "Ada", "Eva", "Cid", "Fox", "Gil");
        assertThat(sorted("value", true)).containsExactly("Eva", "Ada", "Bea", "Dom", "Cid", "Fox", "Gil");
    }

    @Test
    void tiersHaveAnOrderOfTheirOwn() {
        assertThat(sorted("tier", true)).containsExactly("Ada", "Eva", "Bea", "Cid", "Dom", "Fox", "Gil");
        assertThat(sorted("tier", false)).containsExactly("Dom", "Cid", "Bea", "Ada", "Eva", "Fox", "Gil");
    }

    @Test
    void lastContactCanBeTheLatestOrTheLongestAgo() {
        assertThat(sorted("lastContact", false)).containsExactly("Eva", "Bea", "Ada", "Cid", "Gil", "Dom", "Fox");
        assertThat(sorted("lastContact", true)).containsExactly("Gil", "Cid", "Ada", "Bea", "Eva", "Dom", "Fox");
    }

    @Test
    void ownersComeByNameAndTheirCustomersByName() {
        assertThat(sorted("owner", true)).containsExactly("Ada", "Cid", "Dom", "Eva", "Bea", "Fox", "Gil");
        assertThat(sorted("owner", false)).containsExactly("Dom", "Eva", "Ada", "Cid", "Bea", "Fox", "Gil");
    }

    /** The few of a search are sorted otherwise than everybody is walked through: both have to agree, page by page. */
    @ParameterizedTest
    @ValueSource(strings = {"value", "tier", "lastContact", "owner", "createdAt", "name"})
    void pagesCursorsAndSearchAgree(String field) {
        for (boolean ascending : List.of(true, false)) {
            List<String> few = sorted(field, ascending);
            SortBy sort = new SortBy(field, ascending);
            assertThat(few).hasSize(7);
            List<String> everybody = new ArrayList<>();
            List<CustomerRow> page;
            int first = 0;
            do {
                page = service.list(CustomerList.ALL, new PageRequest(first, 3, sort))
                        .items();
                everybody.addAll(names(page));
                first += 3;
            } while (page.size() == 3);
            assertThat(everybody).as(field + " of everybody").isEqualTo(few);
            for (CustomerList wanted : List.of(CustomerList.ALL, CustomerList.search(tag))) {
                List<String> sliced = new ArrayList<>();
                String cursor = null;
                do {
                    CustomerSlice slice = service.slice(wanted, sort, cursor, 2);
                    sliced.addAll(names(slice.items()));
                    cursor = slice.next();
                } while (cursor != null);
                assertThat(sliced).as(field + " by cursor").isEqualTo(few);
            }
        }
    }

    @Test
    void whatARoleMayNotSeeIsNoOrder() {
        call(Map.of(Permission.CUSTOMER_VIEW, Scope.ALL));
        assertThat(service.sorts())
                .extracting(CustomerSortTitle::field)
                .contains("owner")
                .doesNotContain("value", "tier", "lastContact");
        for (String field : List.of("value", "tier")) {
            assertThatThrownBy(() -> sorted(field, true)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> service.slice(CustomerList.ALL, new SortBy(field, true), null, 5))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void figuresOfTheOwnTeamDoNotOrderEverybody() {
        call(Map.of(Permission.CUSTOMER_VIEW, Scope.ALL, Permission.VALUE_VIEW, Scope.TEAM));

        assertThatThrownBy(() -> sorted("value", true)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> sorted("tier", true)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void orderEndsWhereTheReachEnds() {
        call(Map.of(Permission.CUSTOMER_VIEW, Scope.OWN, Permission.VALUE_VIEW, Scope.OWN));

        assertThat(sorted("value", false)).containsExactly("Ada", "Cid");
    }

    @Test
    void cursorOfAnotherOrderIsRefused() {
        String cursor = service.slice(CustomerList.search(tag), new SortBy("value", true), null, 2)
                .next();

        assertThatThrownBy(() -> service.slice(CustomerList.search(tag), new SortBy("tier", true), cursor, 2))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> service.slice(CustomerList.search(tag), null, "AAAA", 2))
                .isInstanceOf(InvalidInput.class);
    }

    private List<String> sorted(String field, boolean ascending) {
        return names(service.list(CustomerList.search(tag), new PageRequest(0, 50, new SortBy(field, ascending)))
                .items());
    }

    private List<String> names(List<CustomerRow> found) {
        return found.stream()
                .filter(row -> mine.contains(row.publicId()))
                .map(row -> row.name().substring(0, 3))
                .toList();
    }

    private void call(Map<Permission, Scope> permissions) {
        callers.bind(new Caller(
                Caller.Kind.STAFF,
                north.getId(),
                "north",
                null,
                northTeam.getId(),
                new EnumMap<>(permissions),
                null,
                "127.0.0.1",
                null,
                "test",
                Locale.ENGLISH,
                java.time.ZoneOffset.UTC));
    }

    /** Only its order is looked at. */
    private record NoValues(CustomerColumn column) implements CustomerColumn {
        @Override
        public String id() {
            return column.id();
        }

        @Override
        public int order() {
            return column.order();
        }

        @Override
        public Phrase title() {
            return column.title();
        }

        @Override
        public boolean permitted() {
            return column.permitted();
        }

        @Override
        public java.util.Optional<ColumnSort> sort() {
            return column.sort();
        }

        @Override
        public Map<Long, Phrase> values(Collection<Long> customerIds) {
            return Collections.emptyMap();
        }
    }

    /** As the room of conversations has it. */
    private final class LastSpoken implements CustomerColumn {
        @Override
        public String id() {
            return "lastContact";
        }

        @Override
        public int order() {
            return 100;
        }

        @Override
        public Phrase title() {
            return Phrase.of("interaction.column.last");
        }

        @Override
        public boolean permitted() {
            return callers.has(Permission.INTERACTION_VIEW);
        }

        @Override
        public java.util.Optional<ColumnSort> sort() {
            return java.util.Optional.of(ColumnSort.instant("last_contact", "last_at"));
        }

        @Override
        public Map<Long, Phrase> values(Collection<Long> customerIds) {
            return Stream.<Long>empty().collect(java.util.stream.Collectors.toMap(id -> id, id -> title()));
        }
    }
}
