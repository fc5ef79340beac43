package org.vinculo.crm.demo.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.value.AffinityLimits;
import org.vinculo.crm.value.AffinitySearch;
import org.vinculo.crm.value.ChannelCost;
import org.vinculo.crm.value.ChannelCostList;
import org.vinculo.crm.value.ChannelCosts;

/** What the demo company decided about its figures: what contacts cost, and which products say nothing about taste. */
@ApplicationScoped
public class FiguresOfDemo {

    private static final String WHO = "demo";
    private static final int YEARS = 8;

    @Inject
    ChannelCosts costs;

    @Inject
    AffinitySearch affinity;

    void write(LocalDate today) {
        costs.decide(costs(today.minusYears(YEARS), "0.85"), WHO);
        costs.decide(costs(today.minusYears(1).withDayOfYear(1), "1.00"), WHO);
        AffinityLimits usual = AffinityLimits.DEFAULT;
        affinity.decide(
                new AffinityLimits(
                        0,
                        usual.minSupport(),
                        usual.minConfidence(),
                        usual.minLift(),
                        usual.mostItems(),
                        usual.dismissedDays(),
                        List.of("SV-IN")),
                WHO);
        affinity.begin(WHO);
    }

    private static ChannelCostList costs(LocalDate from, String level) {
        BigDecimal share = new BigDecimal(level);
        List<ChannelCost> costs = List.of(
                cost(Channel.EMAIL, "4.50", "1.10", 1, share),
                cost(Channel.PHONE, "6.00", "1.45", 1, share),
                cost(Channel.SMS, "0.40", "0.00", 1, share),
                cost(Channel.WHATSAPP, "1.20", "1.10", 2, share),
                cost(Channel.CHAT, "1.00", "1.10", 3, share),
                cost(Channel.PORTAL, "0.35", "0.00", 1, share),
                cost(Channel.WEB, "0.35", "0.00", 1, share),
                cost(Channel.SOCIAL, "2.00", "1.10", 2, share),
                cost(Channel.POST, "7.50", "0.00", 1, share),
                cost(Channel.VISIT, "85.00", "1.60", 1, share),
                cost(Channel.POS, "2.50", "0.90", 1, share),
                cost(Channel.PARTNER, "5.00", "0.00", 1, share));
        return new ChannelCostList(0, "BRL", from, costs, null, null);
    }

    private static ChannelCost cost(Channel channel, String contact, String minute, int atOnce, BigDecimal share) {
        return new ChannelCost(
                channel, new BigDecimal(contact).multiply(share), new BigDecimal(minute).multiply(share), atOnce);
    }
}
