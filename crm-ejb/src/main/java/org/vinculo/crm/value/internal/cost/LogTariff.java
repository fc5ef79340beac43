package org.vinculo.crm.value.internal.cost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.vinculo.crm.interaction.ContactTariff;
import org.vinculo.crm.interaction.ContactVolume;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Money;

/** The price list for the log of conversations, in the currency in which it was decided. */
@ApplicationScoped
public class LogTariff implements ContactTariff {

    @Inject
    Tariffs tariffs;

    @Inject
    Settings settings;

    @Override
    public Prices prices() {
        Tariffs.PriceList list = tariffs.prices();
        ZoneId zone = settings.zone();
        return (channel, at, duration) -> {
            Tariffs.Cost cost = list.of(channel, LocalDate.ofInstant(at, zone), ContactVolume.minutes(duration));
            return cost.currency() == null ? Optional.empty() : Optional.of(new Money(cost.money(), cost.currency()));
        };
    }
}
