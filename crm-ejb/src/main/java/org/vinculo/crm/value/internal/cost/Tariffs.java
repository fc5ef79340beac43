package org.vinculo.crm.value.internal.cost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.value.ChannelCost;
import org.vinculo.crm.value.ChannelCostList;
import org.vinculo.crm.value.entity.ChannelTariffVersion;
import org.vinculo.crm.value.internal.Settled;
import org.vinculo.crm.value.internal.Standing;
import org.vinculo.crm.value.internal.contribution.ChannelTariff;

/** The versions of what contacts cost. On a day counts the one that began last; of those of the same day, the newest. */
@ApplicationScoped
public class Tariffs {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    private final Settled<List<ChannelCostList>> versions = new Settled<>();

    /** The newest first. */
    public List<ChannelCostList> versions() {
        return Standing.now(em)
                .tariff()
                .map(newest -> versions.of(newest, this::read))
                .orElse(List.of());
    }

    private List<ChannelCostList> read(long newest) {
        return em.createQuery(
                        "select t from ChannelTariffVersion t where t.number <="
                                + " (select n.number from ChannelTariffVersion n where n.id = :newest)"
                                + " order by t.number desc",
                        ChannelTariffVersion.class)
                .setParameter("newest", newest)
                .setMaxResults(MOST)
                .getResultStream()
                .map(ChannelTariffVersion::view)
                .toList();
    }

    /** All versions, to price many contacts with. */
    public PriceList prices() {
        NavigableMap<LocalDate, ChannelCostList> byDay = new TreeMap<>();
        List<ChannelCostList> versions = versions();
        for (int i = versions.size() - 1; i >= 0; i--) {
            byDay.put(versions.get(i).validFrom(), versions.get(i));
        }
        return new PriceList(byDay);
    }

    /** What contacts cost on each day. */
    public static final class PriceList {

        private record Price(String currency, Map<Channel, ChannelTariff> tariffs) {}

        private final NavigableMap<LocalDate, Price> prices = new TreeMap<>();

        PriceList(NavigableMap<LocalDate, ChannelCostList> versions) {
            versions.forEach((day, list) -> {
                Map<Channel, ChannelTariff> tariffs = new EnumMap<>(Channel.class);
                for (ChannelCost cost : list.costs()) {
                    tariffs.put(cost.channel(), new ChannelTariff(cost.perContact(), cost.perMinute(), cost.atOnce()));
                }
                prices.put(day, new Price(list.currency(), tariffs));
            });
        }

        public boolean isEmpty() {
            return prices.isEmpty();
        }

        /** What one contact cost, by currency and amount; nothing before the first version. */
        public Cost of(Channel channel, LocalDate day, BigDecimal minutes) {
            Map.Entry<LocalDate, Price> price = prices.floorEntry(day);
            ChannelTariff tariff =
                    price == null ? null : price.getValue().tariffs().get(channel);
            return tariff == null ? Cost.NOTHING : new Cost(price.getValue().currency(), tariff.costOf(1, minutes));
        }
    }

    /** @param currency null for nothing */
    public record Cost(String currency, BigDecimal money) {
        public static final Cost NOTHING = new Cost(null, BigDecimal.ZERO);
    }
}
