package org.vinculo.crm.value.internal.refresh;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.vinculo.crm.value.internal.clv.RepeatSummary;

/** A summed-up history as scoring reads it again. */
record HistoryView(
        long customer,
        LocalDate firstOn,
        LocalDate lastOn,
        int orders,
        int days,
        BigDecimal spent,
        int windowOrders,
        BigDecimal windowSpent,
        BigDecimal returned,
        BigDecimal cost,
        BigDecimal yearMargin,
        int repeats,
        double meanValue,
        int leftOut,
        String peerGroup,
        String phase,
        LocalDate phaseSince,
        String phaseRule) {

    private static final double DAYS_OF_WEEK = 7;

    static HistoryView of(ResultSet row) throws SQLException {
        return new HistoryView(
                row.getLong(1),
                Bulk.day(row, 2),
                Bulk.day(row, 3),
                row.getInt(4),
                row.getInt(5),
                row.getBigDecimal(6),
                row.getInt(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                row.getBigDecimal(11),
                row.getInt(12),
                row.getDouble(13),
                row.getInt(14),
                row.getString(15),
                row.getString(16),
                Bulk.day(row, 17),
                row.getString(18));
    }

    boolean isCustomer() {
        return firstOn != null;
    }

    RepeatSummary summary(LocalDate asOf) {
        return summary(firstOn, lastOn, repeats, meanValue, asOf);
    }

    static RepeatSummary summary(LocalDate first, LocalDate last, int repeats, double mean, LocalDate until) {
        return new RepeatSummary(repeats, weeks(first, last), weeks(first, until), mean);
    }

    static double weeks(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / DAYS_OF_WEEK;
    }

    BigDecimal netRevenue() {
        return spent.subtract(returned);
    }

    BigDecimal margin() {
        return netRevenue().subtract(cost);
    }
}
