package org.vinculo.crm.party;

import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.TokenIndex;
import org.vinculo.crm.party.internal.WordBook;
import org.vinculo.crm.party.internal.duplicate.DuplicateQueue;
import org.vinculo.crm.party.internal.merge.MergeCustom;
import org.vinculo.crm.party.internal.merge.MergeDesk;
import org.vinculo.crm.party.internal.merge.MergePlans;
import org.vinculo.crm.party.internal.merge.SplitDesk;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Plenty;

/** The beans that make one record out of two, also in a transaction of their own beside another one. */
abstract class MergeRoomTest extends PartyTest {

    private Caller who;

    @BeforeEach
    void rememberCaller() {
        who = callers.get();
    }

    /** What is done in a transaction of its own. */
    interface Deed {
        void in(EntityManager own);
    }

    final boolean[] together(Deed first, Deed second) throws Exception {
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> one = two.submit(attempt(ready, first));
            Future<Boolean> other = two.submit(attempt(ready, second));
            return new boolean[] {one.get(120, TimeUnit.SECONDS), other.get(120, TimeUnit.SECONDS)};
        } finally {
            two.shutdown();
        }
    }

    private Callable<Boolean> attempt(CountDownLatch ready, Deed deed) {
        return () -> {
            EntityManager own = database.factory().createEntityManager();
            callers.bind(who);
            try {
                own.getTransaction().begin();
                ready.countDown();
                ready.await(10, TimeUnit.SECONDS);
                deed.in(own);
                own.getTransaction().commit();
                return true;
            } catch (ConcurrentChange | NotFound | jakarta.persistence.PersistenceException lost) {
                return false;
            } finally {
                if (own.getTransaction().isActive()) {
                    own.getTransaction().rollback();
                }
                own.close();
                callers.bind(null);
            }
        };
    }

    final CustomerMerging merging(EntityManager on, List<CustomerMerger> mergers) {
        Instance<CustomerMerger> all = all(mergers);
        AuditLog audit = wireOn(on, new AuditLog(), callers);
        CustomerAccess reach = wireOn(on, new CustomerAccess(), callers);
        TokenIndex words = wireOn(on, new TokenIndex(), wireOn(on, new WordBook()));
        DuplicateQueue queue = wireOn(on, new DuplicateQueue(), callers, reach, audit, wireOn(on, new Plenty()));
        StaffDirectory directory = wireOn(on, new StaffDirectory());
        MergeCustom values =
                wireOn(on, new MergeCustom(), callers, wireOn(on, new CustomBook(), callers, directory, audit));
        return wireOn(
                on,
                new CustomerMerging(),
                wireOn(on, new MergePlans(), reach, directory, values, all),
                wireOn(on, new MergeDesk(), callers, reach, words, queue, audit, values, wireOn(on, new Jobs()), all),
                wireOn(on, new SplitDesk(), callers, reach, words, queue, audit, values, all));
    }

    /** One thread at a time: the manager of the test stands for the other one meanwhile. */
    final synchronized <T> T wireOn(EntityManager on, T bean, Object... collaborators) {
        EntityManager mine = em;
        em = on;
        try {
            return wire(bean, collaborators);
        } finally {
            em = mine;
        }
    }

    @SuppressWarnings("unchecked")
    static <T> Instance<T> all(List<T> beans) {
        return (Instance<T>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "stream" -> beans.stream();
                    case "iterator" -> beans.iterator();
                    case "forEach" -> {
                        beans.forEach((java.util.function.Consumer<T>) args[0]);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
