package org.vinculo.crm.value;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.value.entity.ChannelTariffVersion;
import org.vinculo.crm.value.internal.cost.ContributionBook;
import org.vinculo.crm.value.internal.cost.Tariffs;

/** Keeps what contacts cost, inside the transaction of whoever has checked who may say so. */
@ApplicationScoped
public class ChannelCosts {

    private static final BigDecimal MOST = new BigDecimal("1000000");
    private static final int MOST_AT_ONCE = 100;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    Tariffs tariffs;

    @Inject
    ContributionBook book;

    public List<ChannelCostList> versions() {
        return tariffs.versions();
    }

    public ChannelCostList draft() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        List<ChannelCostList> versions = versions();
        List<ChannelCost> costs = Arrays.stream(Channel.values())
                .map(channel -> cost(channel, versions))
                .toList();
        int number = versions.isEmpty() ? 0 : versions.get(0).number();
        String currency = versions.isEmpty() ? book.currency() : versions.get(0).currency();
        return new ChannelCostList(number, currency, today, costs, null, null);
    }

    private static ChannelCost cost(Channel channel, List<ChannelCostList> versions) {
        return versions.stream()
                .limit(1)
                .flatMap(list -> list.costs().stream())
                .filter(cost -> cost.channel() == channel)
                .findFirst()
                .orElse(new ChannelCost(channel, BigDecimal.ZERO, BigDecimal.ZERO, 1));
    }

    /** From the day of the list on contacts cost this. */
    public ChannelCostList decide(ChannelCostList list, String by) {
        check(list);
        int number = tariffs.versions().stream()
                        .mapToInt(ChannelCostList::number)
                        .max()
                        .orElse(0)
                + 1;
        ChannelTariffVersion version = new ChannelTariffVersion(
                new ChannelCostList(number, list.currency(), list.validFrom(), list.costs(), clock.instant(), by));
        em.persist(version);
        return version.view();
    }

    private static void check(ChannelCostList list) {
        List<FieldError> errors = new ArrayList<>();
        if (list.validFrom() == null) {
            errors.add(FieldError.of("validFrom", "required"));
        }
        if (!isCurrency(list.currency())) {
            errors.add(FieldError.of("currency", "contribution.error.currency"));
        }
        int row = 0;
        for (ChannelCost cost : list.costs()) {
            if (isWrong(cost.perContact())) {
                errors.add(FieldError.of("costs[" + row + "].perContact", "contribution.error.notNegative"));
            }
            if (isWrong(cost.perMinute())) {
                errors.add(FieldError.of("costs[" + row + "].perMinute", "contribution.error.notNegative"));
            }
            if (cost.atOnce() < 1 || cost.atOnce() > MOST_AT_ONCE) {
                errors.add(FieldError.of("costs[" + row + "].atOnce", "contribution.error.atOnce"));
            }
            row++;
        }
        InvalidInput.throwIfAny(errors);
    }

    private static boolean isWrong(BigDecimal amount) {
        return amount == null || amount.signum() < 0 || amount.compareTo(MOST) > 0;
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
