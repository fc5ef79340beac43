package org.vinculo.crm.value.internal.clv;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vinculo.crm.value.PublicPurchases;
import org.vinculo.crm.value.PublicPurchases.Row;

/** The CDNOW cohort, read the way a refresh reads it: customer by customer, day by day. */
final class Cdnow {

    static final LocalDate OBSERVED = LocalDate.of(1997, 9, 30);
    static final LocalDate END = LocalDate.of(1998, 6, 30);
    static final double CHECK_WEEKS = ChronoUnit.DAYS.between(OBSERVED, END) / 7.0;

    /** Parameters as published in the paper. */
    static final BgNbd PUBLISHED = new BgNbd(0.243, 4.414, 0.793, 2.426);

    record Customer(String id, RepeatSummary summary, HistoryReader.Holdout holdout) {}

    private Cdnow() {}

    static List<Customer> sample() {
        return read(PublicPurchases.cdnowSample(), OBSERVED);
    }

    static List<Customer> read(List<Row> rows, LocalDate observedUntil) {
        Map<String, List<Row>> byCustomer =
                rows.stream().collect(Collectors.groupingBy(Row::customer, TreeMap::new, Collectors.toList()));
        HistoryReader reader = new HistoryReader(observedUntil, END);
        List<Customer> customers = new ArrayList<>();
        byCustomer.forEach((id, own) -> {
            reader.next();
            own.stream().sorted(Comparator.comparing(Row::day)).forEach(row -> reader.add(row.day(), row.value()));
            customers.add(new Customer(id, reader.summary(), reader.holdout()));
        });
        return customers;
    }

    static RepeatTable repeats(List<RepeatSummary> summaries) {
        RepeatTable table = new RepeatTable();
        summaries.forEach(table::add);
        return table;
    }

    static ValueTable values(List<RepeatSummary> summaries) {
        ValueTable table = new ValueTable();
        summaries.forEach(table::add);
        return table;
    }

    static List<RepeatSummary> summaries(List<Customer> customers) {
        return customers.stream().map(Customer::summary).toList();
    }
}
