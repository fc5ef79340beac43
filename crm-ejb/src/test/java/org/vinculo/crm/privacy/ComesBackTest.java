package org.vinculo.crm.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.PortalDoor;
import org.vinculo.crm.identity.internal.SessionLedger;
import org.vinculo.crm.operations.internal.data.Backup;
import org.vinculo.crm.operations.internal.data.Derby;
import org.vinculo.crm.operations.internal.data.Source;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.Forgetting;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.persistence.Database;
import org.vinculo.crm.platform.ErasedList;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.privacy.entity.Erasure;
import org.vinculo.crm.privacy.internal.ErasedAgain;
import org.vinculo.crm.privacy.internal.ErasureDesk;
import org.vinculo.crm.privacy.internal.ErasureJob;
import org.vinculo.crm.privacy.internal.ErasureRecord;

/** Somebody is erased after a backup was made, and then the backup is restored. */
class ComesBackTest extends PrivacyRoomTest {

    private static final String MARK = "wombatmark";
    private static final String OTHER = "bilbymark";

    @TempDir
    Path folder;

    private Customers customers;
    private ErasureDesk desk;
    private ErasureJob job;
    private ErasureRecord record;
    private ErasedAgain start;

    private void erasing(Path files) {
        data = files;
        furnish();
        Settings settings = Settings.of(Map.of(
                Setting.DATA_DIR,
                files.toString(),
                Setting.BACKUP_DIR,
                folder.resolve("backups").toString()));
        customers = wire(new Customers(), caller);
        Forgetting forgetting = wire(new Forgetting(), wire(new PortalDoor(), wire(new SessionLedger())));
        desk = wire(new ErasureDesk(), eraser, wire(new Jobs()), wire(new AuditLog(), caller), forgetting);
        record = wire(new ErasureRecord(), settings, forgetting, desk);
        job = wire(new ErasureJob(), desk, eraser, record);
        start = wire(new ErasedAgain(), record, caller);
        caller.bind(Caller.system("test"));
    }

    @Test
    void whoWasErasedSinceTheBackupIsErasedAgainWhenItIsRestored() throws Exception {
        Path files = Files.createDirectories(folder.resolve("data"));
        erasing(files);
        Customer ana = person(MARK);
        Customer part = person(MARK);
        part.mergeInto(ana.getId(), NOW, "test");
        Customer bea = person(OTHER);
        commit();
        Backup.Made made = new Backup(source(), List.of(files), "test", clock).make(folder.resolve("backups"), "test");
        desk.begin(customers.find(ana.getId()).orElseThrow(), null, "test");
        assertThat(folder.resolve("backups").resolve(ErasedList.FILE))
                .as("nobody is on the list before the decision stands")
                .doesNotExist();
        commit();
        work(ana.getId());
        commit();
        assertThat(named(MARK)).isZero();

        Path restored = Files.createDirectories(folder.resolve("restored"));
        Source target = empty(restored);
        Backup.restore(made.folder(), target, restored.resolve("db"), restored, restored);

        EntityManager before = em;
        try (EntityManagerFactory factory = factory(target);
                EntityManager there = factory.createEntityManager()) {
            em = there;
            em.getTransaction().begin();
            erasing(restored);
            assertThat(named(MARK)).as("the backup knew them").isEqualTo(2);

            start();
            assertThat(customers.find(ana.getId()).orElseThrow().deleted())
                    .as("before the doors open nobody finds them")
                    .isTrue();
            work(ana.getId());
            em.getTransaction().commit();
            em.getTransaction().begin();
            start();

            assertThat(named(MARK)).isZero();
            assertThat(named(OTHER)).isEqualTo(1);
            assertThat(em.createQuery("select e.customerId from Erasure e where e.startedBy = 'restore'", Long.class)
                            .getResultList())
                    .containsExactly(ana.getId());
            assertThat(new ErasedList(restored).read())
                    .containsExactlyInAnyOrder(ana.getPublicId(), part.getPublicId())
                    .doesNotContain(bea.getPublicId());
            em.getTransaction().rollback();
        } finally {
            em = before;
            close(target, restored);
        }
    }

    @Test
    void aListThatWasLostIsWrittenAgainFromTheDatabase() throws Exception {
        erasing(Files.createDirectories(folder.resolve("data")));
        Customer ana = person(MARK);
        desk.begin(customers.find(ana.getId()).orElseThrow(), null, "test");
        em.flush();

        start();

        assertThat(new ErasedList(folder.resolve("data")).read()).contains(ana.getPublicId());
    }

    @Test
    void aLineThatWasCutOffByACrashIsNobodyAndSpoilsNoOther() throws Exception {
        ErasedList list = new ErasedList(folder);
        list.add(List.of("aaaaaaaaaaaaaaaaaaaaaa"));
        Path file = folder.resolve(ErasedList.FILE);
        Files.writeString(file, Files.readString(file) + "bbbbbbbb");

        list.add(List.of("cccccccccccccccccccccc", "aaaaaaaaaaaaaaaaaaaaaa"));

        assertThat(list.read()).containsExactly("aaaaaaaaaaaaaaaaaaaaaa", "cccccccccccccccccccccc");
        assertThat(Files.readAllLines(file)).containsOnlyOnce("aaaaaaaaaaaaaaaaaaaaaa");
    }

    private void start() throws ReflectiveOperationException {
        var method = ErasedAgain.class.getDeclaredMethod("start");
        method.setAccessible(true);
        method.invoke(start);
        em.flush();
    }

    private Customer person(String name) {
        Customer customer = new Customer(CustomerKind.PERSON, CustomerStage.CUSTOMER, NOW, "test");
        customer.namePerson("Ana", name);
        customer.changed(NOW);
        em.persist(customer);
        em.flush();
        return customer;
    }

    private long named(String name) {
        return ((Number) em.createNativeQuery("select count(*) from customer where family_name = ?1")
                        .setParameter(1, name)
                        .getSingleResult())
                .longValue();
    }

    private void work(long customerId) {
        Erasure erasure = desk.of(customerId).orElseThrow();
        String checkpoint = null;
        JobStep step;
        do {
            step = job.step(new JobContext(erasure.getJobId(), erasure.getPublicId(), checkpoint, 0, 0));
            em.flush();
            checkpoint = step.checkpoint();
        } while (!step.finished());
        em.clear();
    }

    private Source source() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            String user = database == Database.DERBY ? "crm" : "postgres";
            return new Source(connection.getMetaData().getURL(), user, user);
        }
    }

    private Source empty(Path place) throws SQLException {
        if (database == Database.DERBY) {
            return new Source("jdbc:derby:" + place.resolve("db"), "crm", "crm");
        }
        String url;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database comesback");
            url = connection.getMetaData().getURL();
        }
        return new Source(url.replaceFirst("/postgres(?=\\?|$)", "/comesback"), "postgres", "postgres");
    }

    private void close(Source target, Path place) throws SQLException {
        if (database == Database.DERBY) {
            Derby.shutDown(place.resolve("db"));
            return;
        }
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(target.isDerby()).isFalse();
            statement.execute("drop database comesback with (force)");
        }
    }

    private static EntityManagerFactory factory(Source target) {
        return Persistence.createEntityManagerFactory(
                "crm",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", target,
                        "eclipselink.weaving", "false",
                        "eclipselink.logging.level", "WARNING",
                        "eclipselink.session-name", "crm-comes-back"));
    }
}
