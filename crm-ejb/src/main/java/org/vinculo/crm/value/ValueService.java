package org.vinculo.crm.value;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.platform.JobView;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.purchase.PurchasesOfDay;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.LargeBase;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.entity.ValueRun;
import org.vinculo.crm.value.internal.PastModelFilter;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.RfmOfDay;
import org.vinculo.crm.value.internal.Runs;
import org.vinculo.crm.value.internal.ValueQuery;
import org.vinculo.crm.value.internal.ValueShare;
import org.vinculo.crm.value.internal.rfm.RfmScale;

/** What customers are worth: of one, of lists, of all, and the model behind it. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.VALUE_VIEW)
public class ValueService {

    private static final int COUNTED = 10_000;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Customers customers;

    @Inject
    ValueQuery query;

    @Inject
    PastModelFilter pastModels;

    @Inject
    LargeBase base;

    @Inject
    Runs runs;

    @Inject
    Policies policies;

    @Inject
    RfmOfDay rfmOfDay;

    @Inject
    Jobs jobs;

    @Inject
    AuditLog audit;

    @Inject
    CurrentCaller caller;

    /**
     * The figures of a customer; empty before the first refresh that saw the customer.
     *
     * @throws NotFound when there is no such customer within reach
     */
    public Optional<ValueCard> card(String customerPublicId) {
        CustomerRef customer = customers.require(customerPublicId, Permission.VALUE_VIEW);
        return query.card(customer.id());
    }

    /** From which day on recency, frequency and monetary value look at sales; empty for all of them. */
    public Optional<LocalDate> scoredSince() {
        return runs.current().flatMap(run -> {
            int days = policies.value(run.getPolicyNumber()).settings().rfmWindowDays();
            return days == 0 ? Optional.empty() : Optional.of(run.getAsOf().minusDays(days - 1L));
        });
    }

    /** The model card of the figures that count; empty before the first refresh. */
    public Optional<ModelCardView> model() {
        return runs.model();
    }

    /** The model cards of the last refreshes, newest first. */
    public List<ModelCardView> models(int atMost) {
        return runs.finished(Math.min(50, atMost)).stream().map(ValueRun::view).toList();
    }

    /** Whether the counts of the newest model open to their customers for the caller: they are of the whole base. */
    public boolean modelOpens() {
        return seesEverybody() && query.tellsOfModel();
    }

    /** Whether the caller may see of whom the figures of the whole base are. */
    public boolean seesEverybody() {
        return caller.scope(Permission.VALUE_VIEW) == Scope.ALL;
    }

    /**
     * How many of the customers of an earlier model are still here.
     *
     * @return empty where they are not the caller's to see, or too many to count
     */
    public OptionalLong stillHere(String runPublicId) {
        if (!seesEverybody() || !pastModels.accepts(runPublicId)) {
            return OptionalLong.empty();
        }
        SqlText sql = SqlText.empty()
                .sqlPart("select count(*) from (select c.id from customer c where c.deleted_at is null and ")
                .add(pastModels.condition(runPublicId))
                .sqlPart(" fetch first " + (COUNTED + 1) + " rows only) counted");
        long counted = ((Number) sql.fill(em.createNativeQuery(sql.sql())).getSingleResult()).longValue();
        return counted > COUNTED ? OptionalLong.empty() : OptionalLong.of(counted);
    }

    /**
     * What a count of purchases on a card is of.
     *
     * @param runPublicId null for the newest card
     * @return empty when there is no such card
     */
    public Optional<PurchasesOfDay> behind(ModelPurchases of, String runPublicId) {
        return (runPublicId == null ? runs.current() : runs.finished(runPublicId))
                .map(run -> run.purchases(
                        of,
                        policies.value(run.getPolicyNumber()).settings().rates().keySet()));
    }

    /** The base as a whole; empty before the first refresh. */
    public Optional<ValueOverview> overview() {
        return runs.current()
                .map(run -> base.answer(
                        run.getCustomers(),
                        () -> ValueShare.overview(run, query.shares()),
                        "overview",
                        run.getId(),
                        customers.scope(Permission.VALUE_VIEW)));
    }

    /**
     * The base cut by recency, frequency and monetary value.
     *
     * @param definition null for the one of the settings
     * @param asOf null for the day of the figures; another day is computed from the purchases at once, where they are few
     *     enough
     * @throws NotFound before the first refresh
     * @throws InvalidInput when another day would take a refresh
     */
    public RfmMap rfm(RfmDefinition definition, LocalDate asOf) {
        ValueRun run = runs.current().orElseThrow(NotFound::new);
        RfmDefinition wanted = definition == null ? run.getRfmDefinition() : definition;
        if (asOf != null && !asOf.equals(run.getAsOf())) {
            return rfmOfDay.map(run, wanted, asOf);
        }
        List<RfmMap.Cell> cells = base.answer(
                run.getCustomers(),
                () -> query.cells(wanted),
                "cells",
                run.getId(),
                wanted,
                customers.scope(Permission.VALUE_VIEW));
        Optional<RfmScale> scale = run.scale(wanted);
        return new RfmMap(
                wanted,
                run.getAsOf(),
                run.getCurrency(),
                cells.stream().mapToLong(RfmMap.Cell::customers).sum(),
                cells,
                scale.map(RfmScale::recencyCuts).orElse(List.of()),
                scale.map(RfmScale::frequencyCuts).orElse(List.of()),
                scale.map(RfmScale::monetaryCuts).orElse(List.of()));
    }

    /** Customers by tier, phase or cell; by lifetime value, the highest first, unless sorted otherwise. */
    public Page<ValuedCustomer> list(ValueList wanted, PageRequest page) {
        return query.page(wanted, page);
    }

    /**
     * Has all figures made again.
     *
     * @return public id of the job
     * @throws InvalidInput when the order makes no sense
     */
    @RolesAllowed(Permission.Code.VALUE_MANAGE)
    public String refresh(RefreshOrder order) {
        if (!order.isSensible()) {
            throw InvalidInput.field("horizon", "value.error.horizon");
        }
        String by = caller.get().name() == null ? "-" : caller.get().name();
        String job = runs.order(order, by);
        audit.record(AuditEvent.about("value.refreshed", "job", job, null, String.valueOf(order.asOf())));
        return job;
    }

    /** The refresh that waits or is under way. */
    public Optional<JobView> running() {
        return runs.open().map(ValueRun::getJobId).flatMap(jobs::find);
    }
}
