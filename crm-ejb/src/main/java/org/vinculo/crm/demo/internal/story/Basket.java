package org.vinculo.crm.demo.internal.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a customer puts into an order: mostly what they always take, machines at the beginning, supplies as they run out. */
final class Basket {

    private static final double LOYAL_DISCOUNT = 0.94;
    private static final int LOYAL_AFTER = 10;

    private final Profile profile;
    private final Culture culture;
    private final LocalDate today;
    private final boolean wellEquipped;
    private final Dice dice;
    private final Product favourite;
    private final Product second;

    /** @param wellEquipped whether the customer certainly buys the machines of their sort */
    Basket(Profile profile, Culture culture, LocalDate today, boolean wellEquipped, Dice dice) {
        this.profile = profile;
        this.culture = culture;
        this.today = today;
        this.wellEquipped = wellEquipped;
        this.dice = dice;
        Product.Sort usual =
                profile == Profile.CAFE || profile == Profile.HOTEL ? Product.Sort.BULK : Product.Sort.BEANS;
        this.favourite = profile == Profile.OFFICE ? Product.of("BO-5000") : dice.pick(Product.of(usual));
        this.second = dice.pick(Product.of(profile == Profile.OFFICE ? Product.Sort.BEANS : usual));
    }

    Product favourite() {
        return favourite;
    }

    /** The lines of the order with this number, counted from 0. */
    List<Client.Line> fill(int order, LocalDate day) {
        Map<Product, Integer> goods = new LinkedHashMap<>();
        switch (profile) {
            case HOUSEHOLD -> home(goods, order, 0.12);
            case ENTHUSIAST -> enthusiast(goods, order);
            case GIFT -> gift(goods);
            case CAFE -> bar(goods, order, 1, 5);
            case HOTEL -> bar(goods, order, 2, 7);
            case OFFICE -> office(goods, order);
        }
        return goods.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue(), order, day))
                .toList();
    }

    private void home(Map<Product, Integer> goods, int order, double gear) {
        goods.put(favourite, dice.between(1, 3));
        if (dice.chance(0.35)) {
            goods.merge(second, 1, Integer::sum);
        }
        sometimes(goods, 0.18, "FT-V60", 1);
        sometimes(goods, 0.05, "LM-DC", 1);
        if (order == 0 && dice.chance(gear)) {
            goods.put(dice.pick(Product.of(Product.Sort.GEAR)), 1);
        }
    }

    private void enthusiast(Map<Product, Integer> goods, int order) {
        home(goods, order, 0.3);
        sometimes(goods, 0.25, "MC-250", dice.between(1, 2));
        machine(goods, order == 0, 0.35, "MO-40");
        machine(goods, order == 1, 0.3, "MQ-D1");
        sometimes(goods, 0.08, "LM-DC", 1);
    }

    private void gift(Map<Product, Integer> goods) {
        goods.put(
                dice.pick(List.of(Product.of("XC-PR"), Product.of("PR-FR"), Product.of("CH-BL"), Product.of("MC-250"))),
                1);
        sometimes(goods, 0.5, "MC-250", 1);
        sometimes(goods, 0.3, "SC-250", dice.between(1, 2));
    }

    private void bar(Map<Product, Integer> goods, int order, int least, int most) {
        goods.put(favourite, dice.between(least, most));
        if (dice.chance(0.4)) {
            goods.merge(second, dice.between(1, 2), Integer::sum);
        }
        if (machine(goods, order == 0, 0.55, "MQ-D2")) {
            goods.put(Product.of("SV-IN"), 1);
        }
        machine(goods, order == 0, 0.4, "MO-65");
        sometimes(goods, 0.3, "LT-BA", dice.between(2, 6));
        sometimes(goods, 0.14, "FT-AG", dice.between(1, 2));
        sometimes(goods, 0.12, "LM-DC", dice.between(1, 3));
        sometimes(goods, 0.05, "XC-PR", dice.between(1, 4));
        sometimes(goods, 0.03, "SV-RE", 1);
    }

    private void office(Map<Product, Integer> goods, int order) {
        goods.put(favourite, dice.between(1, 3));
        sometimes(goods, 0.3, "CP-50", dice.between(2, 6));
        if (machine(goods, order == 0, 0.45, "MQ-OF")) {
            goods.put(Product.of("SV-IN"), 1);
        }
        if (dice.chance(0.2)) {
            goods.merge(second, 1, Integer::sum);
        }
        sometimes(goods, 0.15, "LM-DC", 1);
        sometimes(goods, 0.1, "FT-AG", 1);
        sometimes(goods, 0.03, "SV-RE", 1);
    }

    /** Machines come with a certain order, later ones are rare. */
    private boolean machine(Map<Product, Integer> goods, boolean now, double probability, String code) {
        boolean bought = dice.chance(now ? probability : 0.008) || now && wellEquipped;
        if (bought) {
            goods.put(Product.of(code), 1);
        }
        return bought;
    }

    private void sometimes(Map<Product, Integer> goods, double probability, String code, int quantity) {
        if (dice.chance(probability)) {
            goods.merge(Product.of(code), quantity, Integer::sum);
        }
    }

    private Client.Line line(Product product, int quantity, int order, LocalDate day) {
        BigDecimal list = product.price(culture, day, today);
        boolean loyal = profile.isBusiness() && order >= LOYAL_AFTER;
        BigDecimal price = loyal ? list.multiply(BigDecimal.valueOf(LOYAL_DISCOUNT)) : list;
        BigDecimal cost = list.multiply(product.costShare()).multiply(BigDecimal.valueOf(dice.between(0.96, 1.05)));
        return new Client.Line(product.code(), product.name(), quantity, cents(price), cents(cost));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
