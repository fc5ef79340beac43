package org.vinculo.crm.value.internal.cost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.vinculo.crm.interaction.ContactVolume;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.refresh.CostSource;

/** What speaking with customers took: every contact at the price of its day. */
@ApplicationScoped
public class ContactCosts implements CostSource {

    private static final int MONTHS = 12;

    @Inject
    Settings settings;

    @Inject
    Tariffs tariffs;

    @Inject
    ContactVolume contacts;

    @Inject
    Policies policies;

    /** @param contacts how many @param minutes of all of them @param cost in the currency asked for */
    public record Spent(int contacts, BigDecimal minutes, BigDecimal cost) {

        private static final Spent NOTHING = new Spent(0, BigDecimal.ZERO, BigDecimal.ZERO);

        private Spent plus(BigDecimal more, BigDecimal price) {
            return new Spent(contacts + 1, minutes.add(more), cost.add(price));
        }
    }

    @Override
    public Map<Long, Costs> of(long after, long upTo, LocalDate asOf, String currency) {
        Tariffs.PriceList prices = tariffs.prices();
        if (prices.isEmpty()) {
            return Map.of();
        }
        Exchange exchange = exchange(currency);
        Map<Long, BigDecimal> sums = new HashMap<>();
        for (ContactVolume.Contact contact :
                contacts.between(after, upTo, start(asOf.minusYears(1).plusDays(1)), start(asOf.plusDays(1)))) {
            BigDecimal price = price(contact, prices, exchange);
            if (price.signum() > 0) {
                sums.merge(contact.customerId(), price, BigDecimal::add);
            }
        }
        Map<Long, Costs> costs = new HashMap<>();
        sums.forEach((customer, year) -> costs.put(customer, new Costs(year, year.doubleValue() / MONTHS)));
        return costs;
    }

    /** By channel, of one customer; both days are in the window. */
    public Map<Channel, Spent> byChannel(long customer, LocalDate from, LocalDate until, String currency) {
        Tariffs.PriceList prices = tariffs.prices();
        Exchange exchange = exchange(currency);
        Map<Channel, Spent> spent = new EnumMap<>(Channel.class);
        for (ContactVolume.Contact contact : contacts.of(customer, start(from), start(until.plusDays(1)))) {
            spent.merge(
                    contact.channel(),
                    Spent.NOTHING.plus(contact.minutes(), price(contact, prices, exchange)),
                    (before, one) -> new Spent(
                            before.contacts() + one.contacts(),
                            before.minutes().add(one.minutes()),
                            before.cost().add(one.cost())));
        }
        return spent;
    }

    public Exchange exchange(String currency) {
        return new Exchange(currency, policies.settings().rates());
    }

    /** What a contact cost, zero where nothing is known. */
    public BigDecimal price(
            Channel channel, Instant at, BigDecimal minutes, Tariffs.PriceList prices, Exchange exchange) {
        Tariffs.Cost cost = prices.of(channel, LocalDate.ofInstant(at, settings.zone()), minutes);
        return cost.currency() == null
                ? BigDecimal.ZERO
                : exchange.of(cost.money(), cost.currency()).orElse(BigDecimal.ZERO);
    }

    private BigDecimal price(ContactVolume.Contact contact, Tariffs.PriceList prices, Exchange exchange) {
        return price(contact.channel(), contact.at(), contact.minutes(), prices, exchange);
    }

    public Instant start(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant();
    }
}
