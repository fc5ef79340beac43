package org.vinculo.crm.exchange.internal.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.internal.value.ColumnContent;
import org.vinculo.crm.exchange.internal.value.DateShape;

/** Which column fills which field: by its name first, where the content does not contradict, then by content alone. */
final class ColumnGuess {

    private static final int ENOUGH = 50;

    private record Candidate(int column, ImportField field, int score) {}

    private final ImportKind kind;
    private final List<String> names;
    private final List<ColumnContent> contents;
    private final Set<Integer> taken;
    private final Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);

    private ColumnGuess(ImportKind kind, List<String> names, List<ColumnContent> contents, Set<Integer> taken) {
        this.kind = kind;
        this.names = names;
        this.contents = contents;
        this.taken = taken;
    }

    /**
     * @param names of the columns, empty texts where there is no header
     * @param taken zero-based columns that fill something else
     */
    static Map<ImportField, Integer> columns(
            ImportKind kind, List<String> names, List<ColumnContent> contents, Set<Integer> taken) {
        ColumnGuess guess = new ColumnGuess(kind, names, contents, taken);
        guess.byName();
        if (kind == ImportKind.PURCHASES) {
            guess.purchasesByContent();
        } else {
            guess.customersByContent();
        }
        return guess.columns;
    }

    private void byName() {
        List<Candidate> candidates = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            for (ImportField field : ImportField.of(kind)) {
                int score = ColumnNames.score(names.get(column), field);
                if (score >= ENOUGH && fits(field, contents.get(column), score)) {
                    candidates.add(new Candidate(column, field, score));
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::score).reversed().thenComparingInt(Candidate::column));
        for (Candidate candidate : candidates) {
            if (!columns.containsKey(candidate.field()) && !isUsed(candidate.column())) {
                columns.put(candidate.field(), candidate.column());
            }
        }
        if (!columns.containsKey(ImportField.PRODUCT) && columns.containsKey(ImportField.DESCRIPTION)) {
            columns.put(ImportField.PRODUCT, columns.remove(ImportField.DESCRIPTION));
        }
    }

    private static boolean fits(ImportField field, ColumnContent content, int score) {
        if (content.filled() == 0) {
            return score >= 90;
        }
        return switch (field.content()) {
            case EMAIL -> content.emailShare() >= 0.5;
            case PHONE -> content.phoneShare() >= 0.3;
            case DATE -> content.dates().best(true).isPresent();
            case NUMBER -> content.numbers().share() >= 0.5;
            case COUNTRY -> content.lettersShare() >= 0.5;
            case KEY -> content.longest() <= field.maxLength();
            case TEXT -> score >= 90 || content.lettersShare() >= 0.5;
        };
    }

    private void customersByContent() {
        for (int column = 0; column < contents.size(); column++) {
            ColumnContent content = contents.get(column);
            if (isUsed(column) || content.filled() == 0) {
                continue;
            }
            if (content.emailShare() >= 0.8) {
                offer(columns.containsKey(ImportField.EMAIL) ? ImportField.EMAIL2 : ImportField.EMAIL, column);
            } else if (content.countryShare() >= 0.8) {
                offer(ImportField.COUNTRY, column);
            } else if (content.phoneShare() >= 0.8
                    && !isDate(content)
                    && content.firstValue().matches(".*[+() -].*")) {
                offer(ImportField.PHONE, column);
            }
        }
        boolean named = columns.containsKey(ImportField.NAME)
                || columns.containsKey(ImportField.GIVEN_NAME)
                || columns.containsKey(ImportField.FAMILY_NAME);
        if (!named && kind == ImportKind.CUSTOMERS) {
            firstUnused(content -> content.lettersShare() >= 0.8 && content.emailShare() < 0.5)
                    .ifPresent(column -> offer(ImportField.NAME, column));
        }
    }

    private void purchasesByContent() {
        if (!columns.containsKey(ImportField.PURCHASED_AT)) {
            firstUnused(ColumnGuess::isDate).ifPresent(column -> offer(ImportField.PURCHASED_AT, column));
        }
        if (!columns.containsKey(ImportField.AMOUNT) && !columns.containsKey(ImportField.UNIT_PRICE)) {
            lastUnused(content -> isNumber(content) && content.numbers().hasFractions())
                    .ifPresent(column -> offer(ImportField.AMOUNT, column));
        }
        if (!columns.containsKey(ImportField.CUSTOMER_REF)) {
            firstUnused(content -> content.repeatedShare() > 0.1 && content.filledShare() > 0.5)
                    .or(() -> firstUnused(content -> content.filledShare() > 0.5))
                    .ifPresent(column -> offer(ImportField.CUSTOMER_REF, column));
        }
        boolean unnamed = names.stream().allMatch(String::isEmpty);
        if (unnamed && !columns.containsKey(ImportField.QUANTITY)) {
            lastUnused(content -> isNumber(content)
                            && !content.numbers().hasFractions()
                            && content.longest() <= 4
                            && !content.firstValue().startsWith("0"))
                    .ifPresent(column -> offer(ImportField.QUANTITY, column));
        }
    }

    private static boolean isDate(ColumnContent content) {
        return content.dates()
                .best(true)
                .filter(found -> found.share() >= DateShape.SURELY)
                .isPresent();
    }

    private static boolean isNumber(ColumnContent content) {
        return content.filled() > 0
                && content.numbers().share() >= 0.9
                && content.dates().best(true).isEmpty();
    }

    private boolean isUsed(int column) {
        return taken.contains(column) || columns.containsValue(column);
    }

    private void offer(ImportField field, int column) {
        if (field.belongsTo(kind)) {
            columns.putIfAbsent(field, column);
        }
    }

    private java.util.Optional<Integer> firstUnused(java.util.function.Predicate<ColumnContent> wanted) {
        for (int column = 0; column < contents.size(); column++) {
            if (!isUsed(column) && wanted.test(contents.get(column))) {
                return java.util.Optional.of(column);
            }
        }
        return java.util.Optional.empty();
    }

    private java.util.Optional<Integer> lastUnused(java.util.function.Predicate<ColumnContent> wanted) {
        for (int column = contents.size() - 1; column >= 0; column--) {
            if (!isUsed(column) && wanted.test(contents.get(column))) {
                return java.util.Optional.of(column);
            }
        }
        return java.util.Optional.empty();
    }
}
