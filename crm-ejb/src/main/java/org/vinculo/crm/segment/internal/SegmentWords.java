package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.segment.SegmentCondition;
import org.vinculo.crm.segment.SegmentField;
import org.vinculo.crm.segment.SegmentKind;
import org.vinculo.crm.segment.SegmentOperator;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.value.FigureCurrency;

/** Sentences of segments in words: "Customers in Brazil whose tier is MVC". */
@ApplicationScoped
public class SegmentWords {

    /** Beyond this the sentence says how many more there are. */
    private static final int MOST_NAMED = 6;

    @Inject
    ChoiceReader choices;

    @Inject
    FigureCurrency currency;

    public Phrase sentence(SegmentRule rule) {
        List<SegmentRule.Group> groups = rule.groups().stream()
                .filter(group -> !group.conditions().isEmpty())
                .toList();
        if (groups.isEmpty()) {
            return Phrase.of("segment.say.everybody");
        }
        if (groups.size() == 1) {
            return Phrase.of("segment.say.customers", group(groups.get(0)));
        }
        List<Phrase> parts = groups.stream()
                .map(group ->
                        group.conditions().size() == 1 ? group(group) : Phrase.of("segment.say.group", group(group)))
                .toList();
        return Phrase.of("segment.say.customers", joined(parts, rule.all() ? "segment.say.and" : "segment.say.or"));
    }

    /** "in Brazil whose tier is MVC and who bought": what only places a customer needs no "and" after it. */
    private Phrase group(SegmentRule.Group group) {
        List<SegmentCondition> conditions = group.conditions();
        Phrase sentence = condition(conditions.get(0));
        boolean places = group.all() && isPlace(conditions.get(0));
        for (SegmentCondition next : conditions.subList(1, conditions.size())) {
            String key = places ? "segment.say.next" : group.all() ? "segment.say.and" : "segment.say.or";
            sentence = Phrase.of(key, sentence, condition(next));
            places = places && isPlace(next);
        }
        return sentence;
    }

    private static boolean isPlace(SegmentCondition condition) {
        boolean positive = condition.operator() == SegmentOperator.IS || condition.operator() == SegmentOperator.IS_NOT;
        return positive && (condition.field() == SegmentField.COUNTRY || condition.field() == SegmentField.CITY);
    }

    private static Phrase joined(List<Phrase> parts, String key) {
        Phrase sentence = parts.get(0);
        for (int i = 1; i < parts.size(); i++) {
            sentence = Phrase.of(key, sentence, parts.get(i));
        }
        return sentence;
    }

    Phrase condition(SegmentCondition condition) {
        SegmentField field = condition.field();
        SegmentOperator operator = condition.operator();
        Phrase value = value(condition);
        if (field.kind().isOverTime()) {
            Phrase when = condition.days() == null
                    ? Phrase.of("segment.say.ever")
                    : Phrase.of("segment.say.lastDays", condition.days());
            return Phrase.of("segment.say." + field.name() + "." + operator.name(), value, when);
        }
        if (field.kind() == SegmentKind.PERMISSION) {
            return Phrase.of(
                    "segment.say.MAY_CONTACT." + operator.name(),
                    Phrase.of("segment.channel." + condition.values().get(1)),
                    purpose(condition.values().get(0)));
        }
        String own = "segment.say." + field.name() + "." + operator.name();
        if (Texts.has(Locale.ENGLISH, own)) {
            return Phrase.of(own, value);
        }
        if (operator.takesNothing()) {
            return Phrase.of("segment.say." + operator.name(), Phrase.of("segment.noun." + field.name()));
        }
        Phrase whose = Phrase.of("segment.whose." + field.name());
        return operator == SegmentOperator.BETWEEN
                ? Phrase.of("segment.say.BETWEEN", whose, value, amount(condition, 1))
                : Phrase.of("segment.say." + operator.name(), whose, value);
    }

    Phrase purpose(String code) {
        String key = "segment.purpose." + code;
        return Texts.has(Locale.ENGLISH, key) ? Phrase.of(key) : Phrase.value(code);
    }

    private Phrase value(SegmentCondition condition) {
        SegmentOperator operator = condition.operator();
        if (operator.takesNothing()) {
            return Phrase.value("");
        }
        if (operator.takesDays()) {
            return Phrase.of("segment.say.days", condition.days());
        }
        if (operator.takesDate()) {
            return Phrase.value(LocalDate.parse(condition.values().get(0)));
        }
        if (condition.field().kind().isOfNumbers()) {
            return amount(condition, 0);
        }
        List<Phrase> named = condition.values().stream()
                .limit(MOST_NAMED)
                .map(code -> word(condition.field(), code))
                .toList();
        int more = condition.values().size() - named.size();
        Phrase list = named.get(0);
        for (int i = 1; i < named.size(); i++) {
            boolean last = i == named.size() - 1 && more == 0;
            list = Phrase.of(last ? "segment.say.orOne" : "segment.say.comma", list, named.get(i));
        }
        return more == 0 ? list : Phrase.of("segment.say.more", list, more);
    }

    private Phrase word(SegmentField field, String code) {
        return switch (field.kind()) {
            case TEXT, PRODUCT_IN, WORDS -> Phrase.of("segment.say.quoted", code);
            default -> choices.text(field, code);
        };
    }

    private Phrase amount(SegmentCondition condition, int place) {
        BigDecimal number = new BigDecimal(condition.values().get(place));
        return switch (condition.field().kind()) {
            case AMOUNT, SUM_IN -> Phrase.value(new Money(number, currency.present()));
            case SHARE -> Phrase.of("segment.say.percent", number);
            case COUNT_IN -> Phrase.of("segment.say.purchases", number.intValue());
            default -> Phrase.value(number);
        };
    }
}
