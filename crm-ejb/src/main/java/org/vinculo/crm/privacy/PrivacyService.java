package org.vinculo.crm.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Proof;
import org.vinculo.crm.identity.ProofNeeded;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.privacy.entity.PersonalCopy;
import org.vinculo.crm.privacy.entity.PrivacyRequest;
import org.vinculo.crm.privacy.internal.CopyDesk;
import org.vinculo.crm.privacy.internal.Eraser;
import org.vinculo.crm.privacy.internal.ErasureDesk;
import org.vinculo.crm.privacy.internal.Keeping;
import org.vinculo.crm.privacy.internal.KeepingJob;
import org.vinculo.crm.privacy.internal.PersonalReader;
import org.vinculo.crm.privacy.internal.RequestDesk;
import org.vinculo.crm.privacy.internal.Viewers;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** What staff do for people who ask about their data. Customers out of the caller's reach do not exist. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.PRIVACY_MANAGE)
public class PrivacyService {

    private static final int ROWS_SHOWN = 20;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Customers customers;

    @Inject
    CurrentCaller caller;

    @Inject
    RequestDesk desk;

    @Inject
    ErasureDesk erasures;

    @Inject
    Eraser eraser;

    @Inject
    PersonalReader reader;

    @Inject
    CopyDesk copies;

    @Inject
    Viewers viewers;

    @Inject
    Keeping keeping;

    @Inject
    Jobs jobs;

    @Inject
    Proof proof;

    /** Requests by their due date, open ones only or answered ones only. */
    public Page<RequestView> list(boolean open, PageRequest page) {
        String where = " where r.state " + (open ? "= :open" : "<> :open");
        TypedQuery<Long> count = em.createQuery("select count(r) from PrivacyRequest r" + where, Long.class)
                .setParameter("open", RequestState.OPEN);
        List<PrivacyRequest> rows = em.createQuery(
                        "select r from PrivacyRequest r" + where
                                + (open ? " order by r.dueOn, r.id" : " order by r.answeredAt desc, r.id desc"),
                        PrivacyRequest.class)
                .setParameter("open", RequestState.OPEN)
                .setFirstResult(page.first())
                .setMaxResults(page.size())
                .getResultList();
        return new Page<>(views(rows), count.getSingleResult(), false);
    }

    private List<RequestView> views(Collection<PrivacyRequest> rows) {
        Map<Long, CustomerRef> known =
                customers.find(rows.stream().map(PrivacyRequest::getCustomerId).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> row.view(known.get(row.getCustomerId()), desk.today()))
                .toList();
    }

    /** How many requests are open, and how many of them are late. */
    public long[] counts() {
        LocalDate today = desk.today();
        long[] counts = new long[2];
        em.createQuery(
                        "select r.dueOn, count(r) from PrivacyRequest r where r.state = :open group by r.dueOn",
                        Object[].class)
                .setParameter("open", RequestState.OPEN)
                .getResultStream()
                .forEach(day -> {
                    counts[0] += (Long) day[1];
                    counts[1] += today.isAfter((LocalDate) day[0]) ? (Long) day[1] : 0;
                });
        return counts;
    }

    /** @throws NotFound when there is no such request or its customer is out of reach */
    public RequestView get(String requestId) {
        PrivacyRequest request = request(requestId);
        return request.view(customer(request.getCustomerId()), desk.today());
    }

    private PrivacyRequest request(String requestId) {
        PrivacyRequest request = desk.find(requestId).orElseThrow(NotFound::new);
        customer(request.getCustomerId());
        return request;
    }

    private CustomerRef customer(long id) {
        return customers
                .find(id)
                .filter(found -> customers.reaches(id, Permission.PRIVACY_MANAGE))
                .orElseThrow(NotFound::new);
    }

    private CustomerRef customer(String publicId) {
        CustomerRef found = customers.require(publicId, Permission.CUSTOMER_VIEW);
        return customer(found.id());
    }

    /** Writes down what somebody asked by letter, telephone or at the counter. */
    public RequestView receive(String customerId, RequestKind kind, String words) {
        CustomerRef customer = customer(customerId);
        if (customer.deleted()) {
            throw new NotFound();
        }
        return desk.receive(customer, kind, words).view(customer, desk.today());
    }

    /** @throws NotFound when it was answered already */
    public void answer(String requestId, String answer) {
        desk.answer(request(requestId), RequestState.DONE, answer);
    }

    /** @throws NotFound when it was answered already */
    public void refuse(String requestId, String reason) {
        desk.answer(request(requestId), RequestState.REFUSED, reason);
    }

    /** Everything that is known about a customer, the first rows of each kind. */
    public List<PersonalSection> known(String customerId) {
        return reader.sections(customer(customerId).id(), ROWS_SHOWN);
    }

    /** What an erasure would remove, what would stay and why. Changes nothing. */
    public List<ErasureLine> preview(String customerId) {
        return eraser.preview(customer(customerId).id());
    }

    /**
     * Forgets the customer of a request for good and answers the request.
     *
     * @throws ProofNeeded when the caller gave the password too long ago
     * @throws NotFound when the request does not ask for it or was answered already
     */
    public void erase(String requestId, String answer, String sessionId) {
        proof.require(sessionId);
        PrivacyRequest request = request(requestId);
        if (request.getKind() != RequestKind.ERASURE || !request.getState().isOpen()) {
            throw new NotFound();
        }
        CustomerRef customer = customer(request.getCustomerId());
        desk.answer(request, RequestState.DONE, answer);
        erasures.begin(customer, request.getId(), caller.get().name());
    }

    /** Tries an erasure again that could not be finished. */
    public void eraseAgain(String customerId) {
        CustomerRef customer = customer(customerId);
        if (erasures.of(customer.id())
                .filter(erasure -> erasure.getState() == ErasureState.FAILED)
                .isEmpty()) {
            throw new NotFound();
        }
        erasures.begin(customer, null, caller.get().name());
    }

    public Optional<ErasureView> erasure(String customerId) {
        return erasures.of(customer(customerId).id()).map(erasures::view);
    }

    /** Has a copy of everything made; it is ready some moments later. */
    public void askCopy(String customerId) {
        CustomerRef customer = customer(customerId);
        if (customer.deleted()) {
            throw new NotFound();
        }
        copies.ask(customer);
    }

    public List<CopyView> copies(String customerId) {
        return copies.of(customer(customerId).id()).stream()
                .map(PersonalCopy::view)
                .toList();
    }

    /**
     * Opens a copy; the caller closes it.
     *
     * @throws ProofNeeded when the caller gave the password too long ago
     */
    public InputStream openCopy(String customerId, String copyId, String sessionId) {
        proof.require(sessionId);
        return copies.open(copyId, customer(customerId).id());
    }

    /** Requests of one customer, the latest first. */
    public List<RequestView> of(String customerId) {
        return views(desk.of(customer(customerId).id()));
    }

    /** Who looked at a customer in the last twelve months and who took data along, by name. */
    @RolesAllowed({Permission.Code.PRIVACY_MANAGE, Permission.Code.AUDIT_VIEW})
    public List<ViewerRow> viewers(String customerId) {
        CustomerRef customer = customers.require(customerId, Permission.CUSTOMER_VIEW);
        return viewers.named(customer.id(), caller.get().locale());
    }

    /**
     * The rules for how long things are kept.
     *
     * @param counted whether to count what they would remove today
     */
    public List<RuleView> rules(boolean counted) {
        return keeping.views(counted);
    }

    /** @throws InvalidInput on {@code days} when that is too short or too long */
    public void choose(String code, int days, boolean inForce) {
        keeping.choose(code, days, inForce, caller.get().name());
    }

    /** Applies the rules now instead of at night. */
    public void applyRules() {
        if (!jobs.isOpen(KeepingJob.NAME)) {
            jobs.submit(KeepingJob.NAME, "", caller.get().name());
        }
    }

    public boolean isApplying() {
        return jobs.isOpen(KeepingJob.NAME);
    }
}
