package org.vinculo.crm.value;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.interaction.ContactVolume;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchaseRows;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.purchase.PurchaseWindow;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.value.internal.cost.ContactCosts;
import org.vinculo.crm.value.internal.cost.ContributionBook;
import org.vinculo.crm.value.internal.cost.Exchange;
import org.vinculo.crm.value.internal.cost.PathBook;
import org.vinculo.crm.value.internal.cost.PathChoices;
import org.vinculo.crm.value.internal.cost.Tariffs;

/** What a customer brought and took, with the rows behind each figure, and what would turn it around. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.VALUE_VIEW)
public class ContributionService {

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    Customers customers;

    @Inject
    ContributionBook book;

    @Inject
    PathBook paths;

    @Inject
    PathChoices choices;

    @Inject
    ContactCosts costs;

    @Inject
    Tariffs tariffs;

    @Inject
    ContactVolume contacts;

    @Inject
    PurchaseWindow purchases;

    /**
     * Over a window; both days are in it.
     *
     * @param from null for a year before the end
     * @param until null for today
     * @throws InvalidInput when it ends before it begins
     */
    public ContributionView contribution(String customerPublicId, LocalDate from, LocalDate until) {
        CustomerRef customer = customers.require(customerPublicId, Permission.VALUE_VIEW);
        LocalDate last = until == null ? LocalDate.ofInstant(clock.instant(), settings.zone()) : until;
        LocalDate first = from == null ? last.minusYears(1).plusDays(1) : from;
        if (last.isBefore(first)) {
            throw InvalidInput.field("until", "dateOrder");
        }
        return book.of(customer.id(), first, last);
    }

    /** The documents of a window, newest first. */
    @RolesAllowed(Permission.Code.PURCHASE_VIEW)
    public Page<PurchaseView> purchases(
            String customerPublicId, LocalDate from, LocalDate until, PurchaseRows wanted, PageRequest page) {
        customers.require(customerPublicId, Permission.VALUE_VIEW);
        CustomerRef customer = customers.require(customerPublicId, Permission.PURCHASE_VIEW);
        return purchases.page(customer.id(), from, until, wanted, page);
    }

    /** The conversations of a window with what each took, newest first. @param channel null for all of them */
    @RolesAllowed(Permission.Code.INTERACTION_VIEW)
    public Page<PricedContact> contacts(
            String customerPublicId, Channel channel, LocalDate from, LocalDate until, PageRequest page) {
        customers.require(customerPublicId, Permission.VALUE_VIEW);
        CustomerRef customer = customers.require(customerPublicId, Permission.INTERACTION_VIEW);
        Tariffs.PriceList prices = tariffs.prices();
        Exchange exchange = costs.exchange(book.currency());
        return contacts.page(customer.id(), channel, costs.start(from), costs.start(until.plusDays(1)), page)
                .map(contact -> {
                    BigDecimal minutes = ContactVolume.minutes(contact.duration());
                    BigDecimal cost = costs.price(contact.channel(), contact.startedAt(), minutes, prices, exchange);
                    return new PricedContact(contact, new Money(cost, exchange.currency()));
                });
    }

    /** The plan that is under way for a customer, and what came of it. */
    public Optional<PathChoiceView> choice(String customerPublicId) {
        return choices.present(
                customers.require(customerPublicId, Permission.VALUE_VIEW).id());
    }

    /**
     * Decides for a plan: it is remembered with what it is to lead to, and each later refresh writes down what came of it.
     *
     * @throws InvalidInput when the plan is out of range
     */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void choose(String customerPublicId, PathPlan plan, String note) {
        customers.require(customerPublicId, Permission.VALUE_VIEW);
        choices.choose(
                customers.require(customerPublicId, Permission.CUSTOMER_EDIT).id(), plan, note);
    }

    /** The plan is given up. @return public id, by which it can go on */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public String giveUp(String customerPublicId) {
        return choices.end(
                customers.require(customerPublicId, Permission.CUSTOMER_EDIT).id());
    }

    /** A plan that was given up goes on. */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void goOn(String customerPublicId, String choice) {
        choices.goOn(
                customers.require(customerPublicId, Permission.CUSTOMER_EDIT).id(), choice);
    }

    /**
     * A simulation; nothing is changed. Empty for customers without a lifetime value.
     *
     * @throws InvalidInput when the plan is out of range
     */
    public Optional<PathView> path(String customerPublicId, PathPlan plan) {
        return paths.of(
                customers.require(customerPublicId, Permission.VALUE_VIEW).id(), plan);
    }
}
