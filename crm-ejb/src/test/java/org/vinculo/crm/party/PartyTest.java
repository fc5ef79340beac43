package org.vinculo.crm.party;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.audit.AuditTrail;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.SendingLimits;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.identity.entity.Team;
import org.vinculo.crm.identity.internal.Throttle;
import org.vinculo.crm.identity.internal.ThrottleLedger;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.ConditionFields;
import org.vinculo.crm.party.internal.ConditionSql;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.party.internal.CustomListing;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerFilters;
import org.vinculo.crm.party.internal.CustomerHistory;
import org.vinculo.crm.party.internal.CustomerMatcher;
import org.vinculo.crm.party.internal.CustomerQuery;
import org.vinculo.crm.party.internal.CustomerRows;
import org.vinculo.crm.party.internal.CustomerWriter;
import org.vinculo.crm.party.internal.DuplicateFinder;
import org.vinculo.crm.party.internal.GroupBook;
import org.vinculo.crm.party.internal.KeyMatcher;
import org.vinculo.crm.party.internal.NeedBook;
import org.vinculo.crm.party.internal.PickedFilter;
import org.vinculo.crm.party.internal.RecordQuery;
import org.vinculo.crm.party.internal.SearchUpkeep;
import org.vinculo.crm.party.internal.TokenIndex;
import org.vinculo.crm.party.internal.UniqueNumbers;
import org.vinculo.crm.party.internal.WordBook;
import org.vinculo.crm.party.portal.MyData;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalTable;
import org.vinculo.crm.shared.Plenty;
import org.vinculo.crm.shared.SqlText;

/** The customer room wired by hand: two teams with one member each, and the one of the north calling. */
public abstract class PartyTest extends DatabaseTest {

    protected CurrentCaller callers;
    protected Team northTeam;
    protected Team southTeam;
    protected StaffUser north;
    protected StaffUser south;

    protected CustomerAccess access;
    protected CustomerRows rows;
    protected CustomerService service;
    protected CustomerImport imports;
    protected DuplicateCheck duplicates;
    protected NeedService needs;
    protected Customers customers;
    protected CustomerMatcher matching;
    protected CustomerHistory history;
    protected MyData myData;
    protected TokenIndex tokens;
    protected CustomerQuery query;
    protected CustomerWriter writer;
    protected GroupBook groups;
    protected CustomBook custom;
    protected OwnerNotice notice;
    private SearchService search;
    private SearchUpkeep upkeep;

    @BeforeEach
    void wireRoom() {
        northTeam = new Team("North " + System.nanoTime());
        southTeam = new Team("South " + System.nanoTime());
        em.persist(northTeam);
        em.persist(southTeam);
        north = staff("north", northTeam);
        south = staff("south", southTeam);
        callers = new CurrentCaller();
        StaffDirectory directory = wire(new StaffDirectory());
        access = wire(new CustomerAccess(), callers);
        WordBook words = wire(new WordBook());
        groups = wire(new GroupBook());
        custom = wire(new CustomBook(), callers, directory, wire(new AuditLog(), callers));
        CustomerFilters filters = wire(new CustomerFilters(), one(new PickedFilter()));
        ConditionFields fields = wire(
                new ConditionFields(),
                directory,
                groups,
                callers,
                filters,
                one(wire(new CustomListing(), custom, callers)));
        query = wire(
                new CustomerQuery(),
                access,
                callers,
                words,
                filters,
                wire(new ConditionSql(), fields, callers),
                wire(new Plenty()));
        rows = wire(new CustomerRows(), query, directory, none());
        writer = wire(new CustomerWriter(), callers, custom);
        tokens = wire(new TokenIndex(), words);
        UniqueNumbers numbers = wire(new UniqueNumbers());
        service = wire(new CustomerService(), access, rows, writer, tokens, numbers, directory, callers);
        imports = wire(new CustomerImport(), writer, custom, wire(new KeyMatcher()), tokens, directory);
        duplicates = wire(new DuplicateCheck(), wire(new DuplicateFinder(), access));
        NeedBook book = wire(new NeedBook(), writer);
        needs = wire(new NeedService(), access, book);
        customers = wire(new Customers(), access, callers);
        matching = wire(new CustomerMatcher(), access, writer, tokens);
        history = wire(new CustomerHistory(), wire(new AuditTrail()), custom, callers);
        Settings settings = Settings.of(Map.of());
        notice = wire(new OwnerNotice(), customers, directory, wire(new Outbox(), settings), settings);
        SendingLimits limits = wire(new SendingLimits(), callers, wire(new Throttle(), wire(new ThrottleLedger())));
        myData = wire(new MyData(), access, history, book, writer, tokens, callers, notice, directory, limits);
        callAs(north, Scope.ALL);
    }

    @AfterEach
    void unbind() {
        callers.bind(null);
    }

    private StaffUser staff(String name, Team team) {
        StaffUser user =
                new StaffUser(name + System.nanoTime() + "@example.org", name, Locale.ENGLISH, ZoneOffset.UTC, NOW);
        user.assign(team, List.of());
        em.persist(user);
        return user;
    }

    /** Everything is permitted, as far as the scope reaches. */
    protected void callAs(StaffUser user, Scope scope) {
        Map<Permission, Scope> permissions = new java.util.EnumMap<>(Permission.class);
        Stream.of(Permission.values()).forEach(permission -> permissions.put(permission, scope));
        callers.bind(new Caller(
                Caller.Kind.STAFF,
                user.getId(),
                user.getDisplayName(),
                null,
                user.getTeam().getId(),
                permissions,
                null,
                "127.0.0.1",
                null,
                "test",
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }

    protected void callAsCustomer(long customerId, org.vinculo.crm.identity.OrgRole role) {
        callers.bind(new Caller(
                Caller.Kind.CUSTOMER,
                4711L,
                "Ana",
                customerId,
                null,
                Map.of(),
                role,
                "127.0.0.1",
                null,
                "test",
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }

    protected static CustomerForm person(String given, String family) {
        CustomerForm form = new CustomerForm();
        form.setGivenName(given);
        form.setFamilyName(family);
        return form;
    }

    protected static ContactForm contact(ContactPointType type, String value) {
        ContactForm contact = new ContactForm(type, value);
        contact.setPrimary(true);
        return contact;
    }

    protected static ContactForm address(String street, String city, String postalCode, String country) {
        ContactForm contact = new ContactForm(ContactPointType.POSTAL, null);
        contact.setStreet(street);
        contact.setCity(city);
        contact.setPostalCode(postalCode);
        contact.setCountry(country);
        contact.setPrimary(true);
        return contact;
    }

    /** How many rows the list of customers has that a condition over the customer {@code c} narrows. */
    protected long countListed(SqlText condition) {
        SqlText sql = SqlText.empty()
                .sqlPart("select count(*) from customer c where c.deleted_at is null and ")
                .add(condition)
                .add(access.scope(Permission.CUSTOMER_VIEW).andReached());
        return ((Number) sql.fill(em.createNativeQuery(sql.sql())).getSingleResult()).longValue();
    }

    protected Customer entity(String publicId) {
        return em.createQuery("select c from Customer c where c.publicId = :id", Customer.class)
                .setParameter("id", publicId)
                .getSingleResult();
    }

    /** Lets the search find records of these kinds. */
    protected void searchFor(SearchRecords... kinds) {
        Instance<SearchRecords> all = instances(List.of(kinds));
        upkeep = wire(new SearchUpkeep(), tokens, all);
        search = wire(new SearchService(), query, rows, callers, wire(new RecordQuery(), access), all);
    }

    /** The public ids of the records that the box shows for words, once everything that was done is written. */
    protected List<String> foundRecords(String words) {
        em.flush();
        upkeep.flushed();
        em.clear();
        return search.quick(words).stream()
                .filter(group -> !group.kind().equals(SearchService.CUSTOMERS))
                .flatMap(group -> group.hits().stream())
                .map(SearchHit::publicId)
                .toList();
    }

    /** What a room does when one customer becomes a part of another, without the desk around it. */
    protected MergeRun merge(long survivor, long merged) {
        return (MergeRun) Proxy.newProxyInstance(
                PartyTest.class.getClassLoader(), new Class<?>[] {MergeRun.class}, (proxy, method, args) -> {
                    switch (method.getName()) {
                        case "survivor" -> {
                            return survivor;
                        }
                        case "merged" -> {
                            return merged;
                        }
                        case "move" -> move((String) args[0], survivor, merged);
                        default -> {}
                    }
                    return null;
                });
    }

    protected void move(String table, long to, long from) {
        em.createNativeQuery("update " + table + " set customer_id = ?1 where customer_id = ?2")
                .setParameter(1, to)
                .setParameter(2, from)
                .executeUpdate();
    }

    /** Removes everything of a customer from some tables, as an erasure does. */
    protected void erase(PersonalDataPart part, String table, long customer) {
        PersonalTable erased = part.tables().stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow();
        em.createNativeQuery(erased.erase().sql()).setParameter(1, customer).executeUpdate();
    }

    /** No other room contributes. */
    protected static <T> Instance<T> none() {
        return instances(List.of());
    }

    /** One bean contributes. */
    protected static <T> Instance<T> one(T bean) {
        return instances(List.of(bean));
    }

    @SuppressWarnings("unchecked")
    private static <T> Instance<T> instances(List<T> beans) {
        return (Instance<T>) Proxy.newProxyInstance(
                PartyTest.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, args) -> {
                    if (method.getName().equals("stream")) {
                        return beans.stream();
                    }
                    if (method.getName().equals("iterator")) {
                        return beans.iterator();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
