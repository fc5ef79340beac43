package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.interaction.ContactTariff;
import org.vinculo.crm.interaction.entity.Interaction;

/** What a conversation keeps of its day: the price of the contact and the team of who wrote it down. */
@ApplicationScoped
public class Snapshots {

    @Inject
    @Any
    Instance<ContactTariff> tariffs;

    @Inject
    StaffDirectory staff;

    /** To stamp many conversations of these members of staff with. */
    public Stamp of(Collection<Long> staffIds) {
        Collection<Long> known =
                staffIds.stream().filter(Objects::nonNull).distinct().toList();
        ContactTariff.Prices prices = tariffs.stream()
                .findFirst()
                .map(ContactTariff::prices)
                .orElse((channel, at, duration) -> java.util.Optional.empty());
        return new Stamp(prices, staff.byIds(known));
    }

    /** Prices and teams of one moment. */
    public record Stamp(ContactTariff.Prices prices, Map<Long, StaffRef> staff) {

        public void on(Interaction interaction) {
            price(interaction);
            StaffRef who = interaction.getStaffId() == null ? null : staff.get(interaction.getStaffId());
            interaction.inTeam(who == null ? null : who.teamId());
        }

        public void price(Interaction interaction) {
            var view = interaction.view();
            Duration duration = view.duration();
            interaction.cost(
                    prices.of(view.channel(), view.startedAt(), duration).orElse(null));
        }
    }
}
