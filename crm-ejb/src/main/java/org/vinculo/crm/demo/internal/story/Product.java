package org.vinculo.crm.demo.internal.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Something that Serra Café sells, with its present price in Brazil. */
record Product(String code, String name, Sort sort, BigDecimal price, BigDecimal costShare) {

    private static final double YEARLY_RISE = 1.055;
    private static final double DAYS_IN_A_YEAR = 365.25;

    static final Map<String, Product> CATALOGUE = WordList.read("catalogue").rows().stream()
            .map(row ->
                    new Product(row[0], row[1], Sort.valueOf(row[2]), new BigDecimal(row[3]), new BigDecimal(row[4])))
            .collect(Collectors.toUnmodifiableMap(Product::code, Function.identity()));

    private static final Map<Sort, List<Product>> BY_SORT = CATALOGUE.values().stream()
            .sorted(Comparator.comparing(Product::code))
            .collect(Collectors.groupingBy(Product::sort));

    /** Sorts of goods. */
    enum Sort {
        BEANS,
        BULK,
        SUPPLY,
        GEAR,
        GRINDER,
        HOME_MACHINE,
        BAR_MACHINE,
        OFFICE_MACHINE,
        SERVICE
    }

    static Product of(String code) {
        return CATALOGUE.get(code);
    }

    static List<Product> of(Sort sort) {
        return BY_SORT.get(sort);
    }

    boolean isMachine() {
        return sort == Sort.GRINDER
                || sort == Sort.HOME_MACHINE
                || sort == Sort.BAR_MACHINE
                || sort == Sort.OFFICE_MACHINE;
    }

    /** The list price of a day in a country: it rose every year until today. */
    BigDecimal price(Culture culture, LocalDate day, LocalDate today) {
        double years = ChronoUnit.DAYS.between(day, today) / DAYS_IN_A_YEAR;
        double then = price.multiply(culture.priceFactor()).doubleValue() / Math.pow(YEARLY_RISE, Math.floor(years));
        return BigDecimal.valueOf(then).setScale(1, RoundingMode.HALF_UP).setScale(2, RoundingMode.UNNECESSARY);
    }
}
