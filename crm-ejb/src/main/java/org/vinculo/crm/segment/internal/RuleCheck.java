package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.segment.SegmentCondition;
import org.vinculo.crm.segment.SegmentField;
import org.vinculo.crm.segment.SegmentKind;
import org.vinculo.crm.segment.SegmentOption;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;

/** Whether a sentence can be asked, and by this caller. */
@ApplicationScoped
public class RuleCheck {

    private static final int LONGEST_WORDS = 100;
    private static final int MOST_DAYS = 36_500;
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    @Inject
    CurrentCaller caller;

    @Inject
    ChoiceReader choices;

    /** @throws NotAllowed when the caller may not see what the sentence speaks of */
    void permitted(SegmentRule rule) {
        if (!isPermitted(rule)) {
            throw new NotAllowed();
        }
    }

    boolean isPermitted(SegmentRule rule) {
        return rule.permissions().stream().allMatch(caller::has);
    }

    /** @throws InvalidInput when a condition lacks something; its field is named g0c0 by group and place */
    void complete(SegmentRule rule) {
        List<FieldError> errors = new ArrayList<>();
        if (rule.groups().size() > SegmentRule.MOST_GROUPS) {
            errors.add(FieldError.of("rule", "segment.error.groups", SegmentRule.MOST_GROUPS));
        }
        for (int g = 0; g < rule.groups().size(); g++) {
            List<SegmentCondition> conditions = rule.groups().get(g).conditions();
            if (conditions.size() > SegmentRule.MOST_CONDITIONS) {
                errors.add(FieldError.of("rule", "segment.error.conditions", SegmentRule.MOST_CONDITIONS));
            }
            for (int c = 0; c < conditions.size(); c++) {
                String problem = problem(conditions.get(c));
                if (problem != null) {
                    errors.add(FieldError.of("g" + g + "c" + c, problem));
                }
            }
        }
        InvalidInput.throwIfAny(errors);
    }

    /** Key of what is wrong with a condition, or null. */
    String problem(SegmentCondition condition) {
        SegmentField field = condition.field();
        if (!field.kind().operators().contains(condition.operator())) {
            return "choice";
        }
        if (condition.days() != null && (condition.days() < 1 || condition.days() > MOST_DAYS)) {
            return "segment.error.days";
        }
        if (condition.operator().takesNothing()) {
            return null;
        }
        if (condition.operator().takesDays()) {
            return condition.days() == null ? "segment.error.days" : null;
        }
        if (condition.values().isEmpty()) {
            return "segment.error.value";
        }
        if (condition.values().size() > SegmentRule.MOST_VALUES) {
            return "segment.error.values";
        }
        if (condition.operator().takesDate()) {
            return isDate(condition.values().get(0)) ? null : "date";
        }
        return field.kind().isOfNumbers() ? numbers(condition) : words(condition);
    }

    private String words(SegmentCondition condition) {
        if (condition.values().stream().anyMatch(value -> value.isBlank() || value.length() > LONGEST_WORDS)) {
            return "segment.error.value";
        }
        SegmentField field = condition.field();
        if (field.kind() == SegmentKind.PERMISSION) {
            boolean sensible = condition.values().size() == 2
                    && choices.offers(
                            condition.values().get(0), condition.values().get(1));
            return sensible ? null : "segment.error.channel";
        }
        if (field.kind() != SegmentKind.CHOICE && field.kind() != SegmentKind.CONTACT_IN) {
            return null;
        }
        return switch (field) {
            case COUNTRY -> condition.values().stream().allMatch(code -> code.matches("[A-Z]{2}")) ? null : "choice";
            case LANGUAGE ->
                condition.values().stream().allMatch(code -> code.matches("[A-Za-z0-9-]{2,12}")) ? null : "choice";
            case OWNER, TEAM ->
                condition.values().stream().allMatch(code -> code.matches("[A-Za-z0-9_-]{22}")) ? null : "choice";
            default -> codes(field).containsAll(condition.values()) ? null : "choice";
        };
    }

    private Set<String> codes(SegmentField field) {
        return choices.of(field).stream().map(SegmentOption::code).collect(Collectors.toSet());
    }

    private static String numbers(SegmentCondition condition) {
        boolean between = condition.operator() == org.vinculo.crm.segment.SegmentOperator.BETWEEN;
        if (condition.values().size() != (between ? 2 : 1)) {
            return "segment.error.value";
        }
        List<BigDecimal> numbers = new ArrayList<>();
        for (String value : condition.values()) {
            try {
                numbers.add(new BigDecimal(value));
            } catch (NumberFormatException notANumber) {
                return "number";
            }
        }
        if (numbers.stream().anyMatch(number -> number.abs().compareTo(MOST) > 0)) {
            return "number";
        }
        return between && numbers.get(0).compareTo(numbers.get(1)) > 0 ? "segment.error.order" : null;
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }
}
