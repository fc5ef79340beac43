package org.vinculo.crm.demo.internal.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.party.Channel;

/** Turns days of buying into orders and the goods that came back. */
final class Orders {

    private static final double COMES_BACK = 0.035;

    private Orders() {}

    /** Who buys: what the orders need to know of the customer. */
    record Buyer(int number, Profile profile, Culture culture, Culture.Place place) {}

    static List<Client.Order> place(Buyer buyer, List<LocalDate> days, Basket basket, LocalDate today, Dice dice) {
        List<Client.Order> orders = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            Instant at = Moments.of(buyer.profile(), day, buyer.place().zone(), dice);
            String number = "%02d-%04d-%02d".formatted(day.getYear() % 100, buyer.number(), i + 1);
            Client.Order order = new Client.Order(
                    number, at, channel(buyer, dice), buyer.culture().currency(), basket.fill(i, day), null);
            orders.add(order);
            LocalDate back = day.plusDays(dice.between(4, 20));
            if (dice.chance(COMES_BACK) && back.isBefore(today)) {
                orders.add(comingBack(order, Moments.atWork(back, buyer.place().zone(), dice), dice));
            }
        }
        return orders;
    }

    private static Client.Order comingBack(Client.Order order, Instant at, Dice dice) {
        Client.Line line = dice.pick(order.lines());
        int quantity = line.quantity() > 1 ? dice.between(1, line.quantity()) : 1;
        Client.Line back = new Client.Line(line.code(), line.product(), -quantity, line.unitPrice(), line.unitCost());
        return new Client.Order(
                order.number() + "-D", at, order.channel(), order.currency(), List.of(back), order.number());
    }

    private static Channel channel(Buyer buyer, Dice dice) {
        double point = dice.unit();
        if (buyer.profile().isBusiness()) {
            return point < 0.35
                    ? Channel.PORTAL
                    : point < 0.65 ? Channel.WHATSAPP : point < 0.85 ? Channel.PHONE : Channel.EMAIL;
        }
        boolean shopInTown = buyer.place().city().equals("São Paulo");
        if (shopInTown && point < 0.3) {
            return Channel.POS;
        }
        return point < 0.75 ? Channel.WEB : point < 0.9 ? Channel.PORTAL : Channel.WHATSAPP;
    }
}
