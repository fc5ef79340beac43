package org.vinculo.crm.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.audit.AccessKind;
import org.vinculo.crm.audit.AccessLog;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Proof;
import org.vinculo.crm.identity.ProofNeeded;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.OwnerNotice;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.privacy.entity.PersonalCopy;
import org.vinculo.crm.privacy.internal.CopyDesk;
import org.vinculo.crm.privacy.internal.CopyFiles;
import org.vinculo.crm.privacy.internal.CopyWriter;
import org.vinculo.crm.privacy.internal.Mirror;
import org.vinculo.crm.privacy.internal.PersonalMap;
import org.vinculo.crm.privacy.internal.PersonalReader;
import org.vinculo.crm.privacy.internal.RequestDesk;
import org.vinculo.crm.privacy.internal.Viewers;
import org.vinculo.crm.privacy.portal.MyPrivacy;
import org.vinculo.crm.privacy.portal.MySection;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PersonalDataPart;

/** Customers in the portal: their own requests, copies and figures, and nobody else's. */
class MyPrivacyTest extends PartyTest {

    @TempDir
    java.nio.file.Path data;

    private MyPrivacy mine;
    private CopyFiles files;
    private CopyWriter writer;
    private AccessLog looks;
    private boolean proved = true;

    @BeforeEach
    void furnish() {
        Settings settings = Settings.of(Map.of(Setting.DATA_DIR, data.toString()));
        files = wire(new CopyFiles(), settings);
        List<PersonalDataPart> parts = PrivacyRoomTest.declared();
        parts.forEach(part -> wire(part, files));
        PersonalMap map = wire(new PersonalMap(), PrivacyRoomTest.many(parts));
        PersonalReader reader = wire(new PersonalReader(), map);
        AuditLog audit = wire(new AuditLog(), callers);
        looks = wire(new AccessLog(), callers, settings);
        StaffDirectory staff = wire(new StaffDirectory());
        Outbox outbox = wire(new Outbox(), settings);
        OwnerNotice notice = wire(new OwnerNotice(), customers, staff, outbox, settings);
        RequestDesk desk = wire(new RequestDesk(), callers, settings, customers, outbox, notice, audit);
        CopyDesk copies = wire(new CopyDesk(), callers, new NoJobs(), audit, looks, files);
        Viewers viewers = wire(new Viewers(), looks, staff, desk);
        writer = wire(new CopyWriter(), map, reader, settings);
        Proof proof = new Proof() {
            @Override
            public void require(String sessionId) {
                if (!proved) {
                    throw new ProofNeeded();
                }
            }
        };
        mine = wire(new MyPrivacy(), customers, callers, desk, copies, viewers, wire(new Mirror(), reader), proof);
    }

    private long customer(String name) {
        callAs(north, Scope.ALL);
        CustomerForm form = person(name, "Lima");
        form.getContacts().add(contact(org.vinculo.crm.party.ContactPointType.EMAIL, name + "@example.org"));
        long id = entity(service.create(form).ref().publicId()).getId();
        flushAndClear();
        return id;
    }

    @Test
    void aRequestIsDueWithinTheDaysOfTheLawAndTheCustomerIsTold() {
        long ana = customer("Ana");
        callAsCustomer(ana, OrgRole.ADMIN);

        RequestView request = mine.ask(RequestKind.CORRECTION, "My street is wrong");
        em.flush();

        assertThat(request.dueOn())
                .isEqualTo(NOW.atZone(java.time.ZoneId.of("America/Sao_Paulo"))
                        .toLocalDate()
                        .plusDays(15));
        assertThat(mine.requests()).extracting(RequestView::words).containsExactly("My street is wrong");
        assertThat(em.createQuery("select m.toAddress from OutboxMessage m where m.customerId = :id", String.class)
                        .setParameter("id", ana)
                        .getResultList())
                .contains("ana@example.org");
        assertThatThrownBy(() -> mine.ask(RequestKind.CORRECTION, " ")).isInstanceOf(InvalidInput.class);
    }

    /** A request is a right and is always taken; who asks and takes back in a circle gets no mail for each turn. */
    @Test
    void whoAsksAndTakesBackWithoutEndFillsNobodysMailbox() {
        long ana = customer("Ana");
        callAsCustomer(ana, OrgRole.ADMIN);
        for (int i = 0; i < 40; i++) {
            mine.withdraw(mine.ask(RequestKind.ACCESS, null).publicId());
            flushAndClear();
        }

        assertThat(mine.requests()).isNotEmpty();
        assertThat(em.createQuery("select count(r) from PrivacyRequest r where r.customerId = :id", Long.class)
                        .setParameter("id", ana)
                        .getSingleResult())
                .isEqualTo(40);
        assertThat(em.createQuery(
                                "select m.toAddress, count(m) from OutboxMessage m where m.customerId = :id group by m.toAddress",
                                Object[].class)
                        .setParameter("id", ana)
                        .getResultList())
                .isNotEmpty()
                .allSatisfy(row -> assertThat((Long) row[1]).as("%s", row[0]).isEqualTo(20));
    }

    @Test
    void requestOfAnotherCustomerDoesNotExist() {
        long ana = customer("Ana");
        long bia = customer("Bia");
        callAsCustomer(bia, OrgRole.ADMIN);
        String hers = mine.ask(RequestKind.ACCESS, null).publicId();

        callAsCustomer(ana, OrgRole.ADMIN);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> mine.withdraw(hers)).isInstanceOf(NotFound.class);
        });
        assertThat(mine.requests()).isEmpty();
    }

    @Test
    void copyOfAnotherCustomerDoesNotExist() throws IOException {
        long ana = customer("Ana");
        long bia = customer("Bia");
        callAsCustomer(bia, OrgRole.ADMIN);
        mine.askCopy("session");
        PersonalCopy copy = em.createQuery("select c from PersonalCopy c where c.customerId = :id", PersonalCopy.class)
                .setParameter("id", bia)
                .getSingleResult();
        String name = files.newName();
        Files.writeString(files.path(name), "hers");
        copy.ready(name, 4, NOW, Duration.ofDays(7));
        em.flush();

        callAsCustomer(ana, OrgRole.ADMIN);
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> mine.openCopy(copy.getPublicId(), "session"))
                    .isInstanceOf(NotFound.class);
        });

        callAsCustomer(bia, OrgRole.ADMIN);
        try (InputStream content = mine.openCopy(copy.getPublicId(), "session")) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("hers");
        }
        proved = false;
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> mine.openCopy(copy.getPublicId(), "session"))
                    .isInstanceOf(ProofNeeded.class);
        });
    }

    @Test
    void nothingInTheCopyRunsAsAFormula() throws IOException {
        for (String name : List.of("=1+1", ";=1+1", "\"=1+1", "@SUM(A1)")) {
            long ana = customer("Quokkana");
            em.createQuery("update Customer c set c.displayName = :name where c.id = :id")
                    .setParameter("name", name)
                    .setParameter("id", ana)
                    .executeUpdate();
            em.clear();

            Map<String, String> entries = copy(ana);

            String guarded = "'" + name.replace("\"", "\"\"");
            assertThat(entries.get("csv/customer.csv")).as(name).contains(guarded);
            assertThat(entries.get("data.json")).contains(name.replace("\"", "\\\""));
        }
    }

    @Test
    void theCopyHoldsOnePersonAndNobodyElse() throws IOException {
        long ana = customer("Quokkana");
        customer("Numbatia");

        Map<String, String> entries = copy(ana);

        assertThat(entries).containsKeys("data.json", "csv/customer.csv", "csv/contact_point.csv", "read-me.txt");
        assertThat(entries.get("data.json")).contains("Quokkana").doesNotContain("Numbatia");
        assertThat(entries.get("csv/contact_point.csv")).contains("Quokkana@example.org");
    }

    private Map<String, String> copy(long customerId) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(customers.find(customerId).orElseThrow(), out);
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void colleaguesWhoDoNotManageTheOrganisationSeeNothingOfIt() {
        callAs(north, Scope.ALL);
        CustomerForm form = new CustomerForm();
        form.setKind(org.vinculo.crm.party.CustomerKind.ORGANISATION);
        form.setName("Moinho");
        long mill = entity(service.create(form).ref().publicId()).getId();
        callAsCustomer(mill, OrgRole.VIEWER);

        assertThat(mine.mayAsk()).isFalse();
        assertThatThrownBy(() -> mine.known()).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> mine.copies()).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> mine.ask(RequestKind.ERASURE, null)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void theCustomerReadsWhatIsKnownAndWhoLookedByRole() {
        long ana = customer("Ana");
        looks.viewed(ana);
        looks.viewed(ana);
        looks.flush();
        looks.viewed(ana);
        looks.flush();
        flushAndClear();
        looks.exported(List.of(ana));
        callAsCustomer(ana, OrgRole.ADMIN);
        looks.viewed(ana);

        assertThat(mine.known()).extracting(MySection::code).contains("customer", "contact_point");
        assertThat(mine.viewers())
                .extracting(ViewerRow::kind, ViewerRow::times)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(AccessKind.VIEW, 2),
                        org.assertj.core.groups.Tuple.tuple(AccessKind.EXPORT, 1));
        assertThat(mine.viewers()).noneMatch(row -> row.who().equals(north.getDisplayName()));
    }

    private final class NoJobs extends Jobs {
        @Override
        public String submit(String name, String payload, String startedBy) {
            em.flush();
            return "job";
        }
    }
}
