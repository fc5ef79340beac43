package org.vinculo.crm.demo.internal.story;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which a customer buys: at a pace of their own, less often in the holidays and more before Christmas, until
 * they leave, which nobody announces.
 */
final class History {

    /** How lively a month is, January first; the liveliest is 1. */
    private static final double[] SEASON = {0.62, 0.60, 0.70, 0.72, 0.76, 0.76, 0.68, 0.66, 0.74, 0.78, 0.94, 1.00};

    private static final int MOST_ORDERS = 90;

    private History() {}

    /** How a customer buys; {@code until} is the last day on which they may. */
    record Habit(Profile profile, LocalDate since, double pace, boolean stays, LocalDate until) {}

    static List<LocalDate> days(Habit habit, Dice dice) {
        List<LocalDate> days = new ArrayList<>();
        days.add(habit.since());
        if (!habit.stays() && dice.chance(habit.profile().onceOnly())) {
            return days;
        }
        double pace = habit.pace() * (habit.stays() ? 1 : dice.between(0.55, 1.6));
        LocalDate day = next(habit, pace, habit.since(), dice);
        while (!day.isAfter(habit.until()) && days.size() < MOST_ORDERS) {
            if (dice.chance(SEASON[day.getMonthValue() - 1])) {
                days.add(day);
                if (!habit.stays() && dice.chance(habit.profile().leaving())) {
                    return days;
                }
            }
            day = next(habit, pace, day, dice);
        }
        return days;
    }

    /** The first orders of a customer base follow the seasons too. */
    static LocalDate firstDay(Dice dice, LocalDate today, int yearsBack) {
        while (true) {
            int ago = 12 + (int) (Math.pow(dice.unit(), 1.2) * (yearsBack * 365 - 12));
            LocalDate day = today.minusDays(ago);
            if (dice.chance(SEASON[day.getMonthValue() - 1])) {
                return day;
            }
        }
    }

    private static LocalDate next(Habit habit, double pace, LocalDate day, Dice dice) {
        double usual = habit.profile().gap() * pace * 0.78;
        double gap = habit.profile().isBusiness() ? usual * dice.between(0.7, 1.3) : 2 + dice.wait(usual);
        LocalDate next = day.plusDays(Math.max(1, Math.round(gap)));
        return habit.profile().isBusiness() && next.getDayOfWeek() == DayOfWeek.SUNDAY ? next.plusDays(1) : next;
    }
}
