package org.vinculo.crm.value.internal.cost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchaseWindow;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.value.ContributionView;
import org.vinculo.crm.value.WaterfallStep;
import org.vinculo.crm.value.internal.Runs;
import org.vinculo.crm.value.internal.contribution.Contribution;

/** Adds up what a customer brought and took. Cases, campaigns and bad debt count nothing until rooms that know them exist. */
@ApplicationScoped
public class ContributionBook {

    @Inject
    Settings settings;

    @Inject
    Runs runs;

    @Inject
    PurchaseWindow purchases;

    @Inject
    ContactCosts costs;

    @Inject
    Tariffs tariffs;

    /** Of the present figures, or of the house before there are any. */
    public String currency() {
        return runs.scale().map(Runs.Scale::currency).orElseGet(() -> settings.get(Setting.CURRENCY));
    }

    public ContributionView of(long customer, LocalDate from, LocalDate until) {
        String currency = currency();
        Exchange exchange = costs.exchange(currency);
        Contribution contribution = Contribution.NOTHING;
        List<Money> leftOut = new ArrayList<>();
        long sales = 0;
        long withoutCost = 0;
        for (PurchaseWindow.Sum sum : purchases.sums(customer, from, until)) {
            sales += sum.sales();
            withoutCost += sum.withoutCost();
            if (exchange.of(BigDecimal.ONE, sum.currency()).isEmpty()) {
                leftOut.add(new Money(sum.sold().subtract(sum.returned()), sum.currency()));
                continue;
            }
            contribution = contribution
                    .plus(WaterfallStep.SALES, in(exchange, sum.sold().add(sum.discounts()), sum))
                    .plus(WaterfallStep.DISCOUNTS, in(exchange, sum.discounts(), sum))
                    .plus(WaterfallStep.RETURNS, in(exchange, sum.returned(), sum))
                    .plus(WaterfallStep.COST_OF_GOODS, in(exchange, sum.cost(), sum));
        }
        List<ContributionView.ChannelLine> channels = channels(customer, from, until, currency);
        for (ContributionView.ChannelLine line : channels) {
            contribution = contribution.plus(WaterfallStep.CHANNELS, line.cost().amount());
        }
        return new ContributionView(
                from,
                until,
                currency,
                contribution.waterfall().stream()
                        .map(step -> new ContributionView.Step(
                                step.step(), new Money(step.change(), currency), new Money(step.remaining(), currency)))
                        .toList(),
                new Money(contribution.netRevenue(), currency),
                new Money(contribution.margin(), currency),
                new Money(contribution.value(), currency),
                sales,
                withoutCost,
                leftOut,
                channels,
                !tariffs.prices().isEmpty());
    }

    private static BigDecimal in(Exchange exchange, BigDecimal amount, PurchaseWindow.Sum sum) {
        return exchange.of(amount, sum.currency()).orElseThrow();
    }

    private List<ContributionView.ChannelLine> channels(
            long customer, LocalDate from, LocalDate until, String currency) {
        return costs.byChannel(customer, from, until, currency).entrySet().stream()
                .map(entry -> new ContributionView.ChannelLine(
                        entry.getKey(),
                        entry.getValue().contacts(),
                        entry.getValue().minutes(),
                        new Money(entry.getValue().cost(), currency)))
                .sorted(Comparator.comparing((ContributionView.ChannelLine line) ->
                                line.cost().amount())
                        .reversed())
                .toList();
    }
}
