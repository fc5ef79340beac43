package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ContactCondition;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.segment.SegmentCondition;
import org.vinculo.crm.segment.SegmentField;
import org.vinculo.crm.segment.SegmentKind;
import org.vinculo.crm.segment.SegmentOperator;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.FigureCurrency;

/**
 * Sentences as criteria over the customer {@code c}. Each condition is one criterion; what stands in a row of its own, such
 * as the figures, is asked for by {@code exists}, which a database joins over the row's key where the sentence allows it.
 */
@ApplicationScoped
public class SegmentSql {

    private static final String FIGURES = "exists (select 1 from customer_value v where v.customer_id = c.id and ";
    private static final String WISHES = "exists (select 1 from contact_preference w where w.customer_id = c.id and ";

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    ContactCondition contact;

    @Inject
    FigureCurrency currency;

    @Inject
    ChoiceReader choices;

    /** @param rule one that {@link RuleCheck} found nothing wrong with */
    SqlText of(SegmentRule rule) {
        List<SqlText> groups = rule.groups().stream()
                .filter(group -> !group.conditions().isEmpty())
                .map(group -> joined(group.conditions().stream().map(this::of).toList(), group.all()))
                .toList();
        return groups.isEmpty() ? SqlText.empty().sqlPart("1 = 1") : joined(groups, rule.all());
    }

    private static SqlText joined(List<SqlText> parts, boolean all) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        SqlText sql = SqlText.empty().sqlPart("(");
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                sql.sqlPart(all ? " and " : " or ");
            }
            sql.add(parts.get(i));
        }
        return sql.sqlPart(")");
    }

    private SqlText of(SegmentCondition condition) {
        return switch (condition.field().kind()) {
            case CHOICE, TEXT, AMOUNT, SHARE, SCORE -> column(condition);
            case DAY -> condition.field() == SegmentField.LAST_CONTACT ? lastContact(condition) : column(condition);
            case COUNT_IN, SUM_IN -> purchases(condition);
            case PRODUCT_IN -> bought(condition);
            case CONTACT_IN -> spoke(condition);
            case PERMISSION -> permission(condition);
            case WORDS -> need(condition);
        };
    }

    /** Who has no row has no value: neither known nor one of the others, and everything but those that are asked for. */
    private SqlText column(SegmentCondition condition) {
        SegmentOperator operator = condition.operator();
        boolean turned = operator == SegmentOperator.IS_NOT || operator == SegmentOperator.UNKNOWN;
        String start = start(condition.field());
        SqlText sql = SqlText.empty();
        if (start.isEmpty()) {
            return inside(sql, condition);
        }
        sql.sqlPart(turned ? "not " + start : start);
        SegmentCondition straight = !turned
                ? condition
                : new SegmentCondition(
                        condition.field(),
                        operator == SegmentOperator.IS_NOT ? SegmentOperator.IS : SegmentOperator.KNOWN,
                        condition.values(),
                        condition.days());
        return inside(sql, straight).sqlPart(")");
    }

    private static String start(SegmentField field) {
        return switch (field) {
            case KIND, STAGE, COUNTRY, CITY, LANGUAGE, OWNER, TEAM, ACQUIRED_VIA, ACQUIRED_FROM, CREATED -> "";
            case PREFERS -> WISHES;
            default -> FIGURES;
        };
    }

    private SqlText inside(SqlText sql, SegmentCondition condition) {
        SegmentField field = condition.field();
        return switch (condition.operator()) {
            case KNOWN -> sql.sqlPart(field.column() + " is not null");
            case UNKNOWN -> sql.sqlPart(field.column() + " is null");
            case IS -> field.kind() == SegmentKind.TEXT ? text(sql, condition, "in") : among(sql, condition);
            case IS_NOT -> {
                sql.sqlPart("(" + field.column() + " is null or not ");
                yield (field.kind() == SegmentKind.TEXT ? text(sql, condition, "in") : among(sql, condition))
                        .sqlPart(")");
            }
            case STARTS_WITH -> text(sql, condition, "like");
            case AT_LEAST -> sql.sqlPart(field.column() + " >= ").value(number(condition, 0));
            case AT_MOST -> sql.sqlPart(field.column() + " <= ").value(number(condition, 0));
            case BETWEEN ->
                sql.sqlPart(field.column() + " between ")
                        .value(number(condition, 0))
                        .sqlPart(" and ")
                        .value(number(condition, 1));
            case WITHIN -> sql.sqlPart(field.column() + " >= ").value(day(field, daysAgo(condition)));
            case LONGER_AGO -> sql.sqlPart(field.column() + " < ").value(day(field, daysAgo(condition)));
            case SINCE -> sql.sqlPart(field.column() + " >= ").value(day(field, date(condition)));
            case BEFORE -> sql.sqlPart(field.column() + " < ").value(day(field, date(condition)));
            case DID, DID_NOT, ALLOWED, NOT_ALLOWED -> throw new IllegalArgumentException("not of a column");
        };
    }

    private SqlText among(SqlText sql, SegmentCondition condition) {
        List<?> values =
                switch (condition.field()) {
                    case OWNER -> choices.staffIds(condition.values());
                    case TEAM -> choices.teamIds(condition.values());
                    default -> condition.values();
                };
        if (values.isEmpty()) {
            return sql.sqlPart("1 = 0");
        }
        return sql.sqlPart(condition.field().column() + " in (").values(values).sqlPart(")");
    }

    private static SqlText text(SqlText sql, SegmentCondition condition, String how) {
        sql.sqlPart("(");
        String between = "lower(";
        for (String value : condition.values()) {
            String wanted = value.toLowerCase(Locale.ROOT);
            sql.sqlPart(between + condition.field().column());
            if (how.equals("in")) {
                sql.sqlPart(") = ").value(wanted);
            } else {
                sql.sqlPart(") like ").value(escaped(wanted) + "%").sqlPart(" escape '!'");
            }
            between = " or lower(";
        }
        return sql.sqlPart(")");
    }

    private static String escaped(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private SqlText lastContact(SegmentCondition condition) {
        SqlText sql = SqlText.empty();
        switch (condition.operator()) {
            case KNOWN -> sql.sqlPart("exists ").add(contacts(null)).sqlPart(")");
            case UNKNOWN -> sql.sqlPart("not exists ").add(contacts(null)).sqlPart(")");
            case WITHIN ->
                sql.sqlPart("exists ").add(contacts(daysAgo(condition))).sqlPart(")");
            case SINCE -> sql.sqlPart("exists ").add(contacts(date(condition))).sqlPart(")");
            default -> {
                LocalDate since = condition.operator().takesDays() ? daysAgo(condition) : date(condition);
                sql.sqlPart("(exists ").add(contacts(null)).sqlPart(") and not exists ");
                sql.add(contacts(since)).sqlPart("))");
            }
        }
        return sql;
    }

    private SqlText contacts(LocalDate since) {
        SqlText sql = SqlText.empty()
                .sqlPart("(select 1 from interaction i where i.customer_id = c.id and i.deleted_at is null");
        if (since != null) {
            sql.sqlPart(" and i.started_at >= ")
                    .value(since.atStartOfDay(settings.zone()).toInstant());
        }
        return sql;
    }

    private SqlText spoke(SegmentCondition condition) {
        SqlText sql = SqlText.empty().sqlPart(condition.operator() == SegmentOperator.DID ? "exists " : "not exists ");
        sql.add(contacts(condition.days() == null ? null : daysAgo(condition)));
        return sql.sqlPart(" and i.channel in (").values(condition.values()).sqlPart("))");
    }

    private SqlText purchases(SegmentCondition condition) {
        SqlText sql = SqlText.empty().sqlPart("(select " + condition.field().column());
        sql.sqlPart(" from purchase p where p.customer_id = c.id");
        if (condition.field().kind() == SegmentKind.SUM_IN) {
            sql.sqlPart(" and p.currency = ").value(currency.present());
        } else {
            sql.sqlPart(" and p.kind = 'SALE'");
        }
        since(sql, condition);
        return sql.sqlPart(condition.operator() == SegmentOperator.AT_LEAST ? ") >= " : ") <= ")
                .value(number(condition, 0));
    }

    private SqlText bought(SegmentCondition condition) {
        SqlText sql = SqlText.empty().sqlPart(condition.operator() == SegmentOperator.DID ? "exists " : "not exists ");
        sql.sqlPart("(select 1 from purchase p inner join purchase_line l on l.purchase_id = p.id"
                + " where p.customer_id = c.id and p.kind = 'SALE'");
        since(sql, condition);
        String between = " and (";
        for (String value : condition.values()) {
            String wanted = value.toLowerCase(Locale.ROOT);
            sql.sqlPart(between + "lower(l.product) = ").value(wanted);
            sql.sqlPart(" or lower(l.description) like ")
                    .value("%" + escaped(wanted) + "%")
                    .sqlPart(" escape '!'");
            between = " or ";
        }
        return sql.sqlPart("))");
    }

    private void since(SqlText sql, SegmentCondition condition) {
        if (condition.days() != null) {
            LocalDate first = daysAgo(condition);
            sql.sqlPart(" and p.purchased_on >= ").value(first);
            // The index is in the order of moments; a day begins somewhere at most two days before it does here.
            sql.sqlPart(" and p.purchased_at >= ")
                    .value(first.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    private SqlText permission(SegmentCondition condition) {
        SqlText allowed = contact.allows(
                condition.values().get(0), Channel.valueOf(condition.values().get(1)));
        return condition.operator() == SegmentOperator.ALLOWED
                ? allowed
                : SqlText.empty().sqlPart("not ").add(allowed);
    }

    private static SqlText need(SegmentCondition condition) {
        SqlText sql = SqlText.empty().sqlPart(condition.operator() == SegmentOperator.DID ? "exists " : "not exists ");
        sql.sqlPart("(select 1 from customer_need n where n.customer_id = c.id");
        String between = " and (";
        for (String value : condition.values()) {
            sql.sqlPart(between + "lower(n.need_text) like ")
                    .value("%" + escaped(value.toLowerCase(Locale.ROOT)) + "%")
                    .sqlPart(" escape '!'");
            between = " or ";
        }
        return sql.sqlPart("))");
    }

    /** The columns of amounts are exact or not; both compare with an exact number. */
    private static Object number(SegmentCondition condition, int place) {
        BigDecimal number = new BigDecimal(condition.values().get(place));
        return switch (condition.field()) {
            case CONTRIBUTION, SPENT -> number;
            case PURCHASES, RECENCY, FREQUENCY, MONETARY -> number.longValue();
            default -> number.doubleValue();
        };
    }

    private LocalDate daysAgo(SegmentCondition condition) {
        return today().minusDays(condition.days());
    }

    private static LocalDate date(SegmentCondition condition) {
        return LocalDate.parse(condition.values().get(0));
    }

    /** Moments begin with the day in the zone of the house. */
    private Object day(SegmentField field, LocalDate day) {
        return field == SegmentField.CREATED ? day.atStartOfDay(settings.zone()).toInstant() : day;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}
