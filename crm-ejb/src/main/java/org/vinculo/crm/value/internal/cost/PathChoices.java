package org.vinculo.crm.value.internal.cost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.value.PathChoiceView;
import org.vinculo.crm.value.PathPlan;
import org.vinculo.crm.value.PathView;
import org.vinculo.crm.value.RefreshFinished;
import org.vinculo.crm.value.entity.PathChoice;

/** Remembers the plans that were chosen, and writes down what later figures say of them. */
@ApplicationScoped
public class PathChoices {

    private static final int LONGEST_NOTE = 1000;
    private static final int CHECKS_SHOWN = 12;
    private static final double DAYS_OF_YEAR = 365.25;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    CurrentCaller caller;

    @Inject
    PathBook book;

    @Inject
    ContactCosts costs;

    /** In the transaction in which the figures become those that count. */
    void figuresMade(@Observes RefreshFinished finished) {
        em.createNativeQuery("delete from path_check where as_of = ?1 and choice_id in"
                        + " (select p.id from path_choice p where p.ended_at is null)")
                .setParameter(1, Date.valueOf(finished.asOf()))
                .executeUpdate();
        em.createNativeQuery("insert into path_check (choice_id, as_of, ltv, contribution)"
                        + " select p.id, v.as_of, v.ltv, v.contribution from path_choice p"
                        + " inner join customer_value v on v.customer_id = p.customer_id"
                        + " where p.ended_at is null and v.as_of = ?1 and p.as_of <= ?1")
                .setParameter(1, Date.valueOf(finished.asOf()))
                .executeUpdate();
    }

    /** The plan under way is over then. */
    public void choose(long customer, PathPlan plan, String note) {
        PathView outcome = book.of(customer, plan).orElseThrow(NotFound::new);
        String text = Normal.line(note);
        if (text != null && text.length() > LONGEST_NOTE) {
            throw InvalidInput.field("note", "tooLong", LONGEST_NOTE);
        }
        open(customer).ifPresent(this::end);
        PathChoice choice = new PathChoice(customer, plan, outcome, text);
        choice.chosen(clock.instant(), who());
        em.persist(choice);
    }

    /** @return public id of the plan that ended */
    public String end(long customer) {
        PathChoice choice = open(customer).orElseThrow(NotFound::new);
        end(choice);
        return choice.getPublicId();
    }

    private void end(PathChoice choice) {
        choice.end(clock.instant(), who());
    }

    /** A plan that ended goes on. @throws NotFound when it is not the customer's or another one is under way */
    public void goOn(long customer, String publicId) {
        PathChoice choice = em.createQuery(
                        "select p from PathChoice p where p.publicId = :id and p.customerId = :customer",
                        PathChoice.class)
                .setParameter("id", publicId)
                .setParameter("customer", customer)
                .getResultStream()
                .findFirst()
                .filter(each -> open(customer).isEmpty())
                .orElseThrow(NotFound::new);
        choice.goOn();
    }

    public Optional<PathChoiceView> present(long customer) {
        return open(customer).map(this::view);
    }

    private Optional<PathChoice> open(long customer) {
        return em.createQuery(
                        "select p from PathChoice p where p.customerId = :customer and p.endedAt is null"
                                + " order by p.chosenAt desc, p.id desc",
                        PathChoice.class)
                .setParameter("customer", customer)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private PathChoiceView view(PathChoice choice) {
        LocalDate from = LocalDate.ofInstant(choice.getChosenAt(), settings.zone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        ContactCosts.Spent calls = costs.byChannel(choice.getCustomerId(), from, today, choice.getCurrency())
                .get(Channel.PHONE);
        double days = Duration.between(choice.getChosenAt(), clock.instant()).toHours() / 24.0;
        return new PathChoiceView(
                choice.getPublicId(),
                choice.plan(),
                choice.getNote(),
                choice.getCurrency(),
                choice.getAsOf(),
                choice.getBefore(),
                choice.getExpected(),
                choice.getCallsOfYear(),
                calls == null ? 0 : calls.contacts(),
                choice.getCallsOfYear() * (1 - choice.plan().callsMoved()) * days / DAYS_OF_YEAR,
                choice.getChosenAt(),
                choice.getChosenBy(),
                checks(choice));
    }

    private List<PathChoiceView.Check> checks(PathChoice choice) {
        List<?> rows = em.createNativeQuery(
                        "select k.as_of, k.ltv, k.contribution from path_check k where k.choice_id = ?1"
                                + " and k.as_of > ?2 order by k.as_of desc")
                .setParameter(1, choice.getId())
                .setParameter(2, Date.valueOf(choice.getAsOf()))
                .setMaxResults(CHECKS_SHOWN)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new PathChoiceView.Check(
                        row[0] instanceof Date day ? day.toLocalDate() : (LocalDate) row[0],
                        row[1] == null ? null : Double.valueOf(((Number) row[1]).doubleValue()),
                        (BigDecimal) row[2]))
                .toList();
    }

    private String who() {
        return caller.get().name() == null ? "-" : caller.get().name();
    }
}
