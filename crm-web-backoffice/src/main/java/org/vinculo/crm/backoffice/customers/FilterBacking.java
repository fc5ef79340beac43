package org.vinculo.crm.backoffice.customers;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.party.Condition;
import org.vinculo.crm.party.ConditionField;
import org.vinculo.crm.party.ConditionTitle;
import org.vinculo.crm.party.Conditions;
import org.vinculo.crm.party.ListConditions;
import org.vinculo.crm.shared.InvalidInput;

/** Builds the sentence by which the list of customers is narrowed: groups of tests, joined by and or by or. */
@Named("customerFilter")
@ViewScoped
public class FilterBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FEW = 8;

    @EJB
    private ListConditions conditions;

    @Inject
    private PhraseTexts phrases;

    private String list = "list";
    private boolean any;
    private List<Block> blocks = new ArrayList<>();
    private Map<String, ConditionTitle> fields;
    private List<ConditionTitle> offered;

    @PostConstruct
    void read() {
        offered = conditions.fields();
        fields = offered.stream().collect(Collectors.toMap(ConditionTitle::name, Function.identity()));
    }

    /** Takes the sentence of the list apart. */
    public void load() {
        if (!blocks.isEmpty()) {
            return;
        }
        Condition where = ListParameters.ofAddress(list).where();
        if (where instanceof Condition.Group group) {
            any = group.any();
            group.parts().forEach(part -> blocks.add(block(part)));
        } else if (where != null) {
            blocks.add(block(where));
        }
        if (blocks.isEmpty()) {
            addBlock();
        }
    }

    private Block block(Condition part) {
        Block block = new Block();
        block.any = !(part instanceof Condition.Group group) || group.any();
        part.tests().forEach(test -> block.rows.add(new Row(test)));
        return block;
    }

    public void addBlock() {
        Block block = new Block();
        block.rows.add(new Row());
        blocks.add(block);
    }

    public void addRow(Block block) {
        block.rows.add(new Row());
    }

    public void remove(Block block, Row row) {
        block.rows.remove(row);
        blocks.removeIf(each -> each.rows.isEmpty());
        if (blocks.isEmpty()) {
            addBlock();
        }
    }

    /** The sentence so far; empty while a part is missing. */
    public String getSentence() {
        Condition condition = condition();
        return condition == null ? "" : phrases.of(conditions.words(condition));
    }

    private Condition condition() {
        List<Condition> parts = new ArrayList<>();
        for (Block block : blocks) {
            List<Condition> tests = block.rows.stream()
                    .map(this::test)
                    .filter(test -> test != null)
                    .toList();
            if (tests.size() == 1) {
                parts.add(tests.get(0));
            } else if (!tests.isEmpty()) {
                parts.add(new Condition.Group(block.any, tests));
            }
        }
        return parts.isEmpty() ? null : new Condition.Group(any, parts);
    }

    private Condition test(Row row) {
        ConditionTitle field = fields.get(row.field);
        if (field == null || row.operator == null) {
            return null;
        }
        List<String> values = row.operator.standsAlone()
                ? List.of()
                : field.type().isChoice()
                        ? row.chosen
                        : row.value == null || row.value.isBlank() ? List.of() : List.of(row.value.strip());
        return values.isEmpty() && !row.operator.standsAlone()
                ? null
                : new Condition.Test(row.field, row.operator, values);
    }

    /** Back to the list, narrowed by the sentence. */
    public void apply() throws IOException {
        Condition condition = condition();
        if (condition != null) {
            conditions.check(condition);
        }
        if (condition != null && condition.tests().count() > Conditions.MOST_TESTS) {
            throw InvalidInput.field("where", "tooLarge", Conditions.MOST_TESTS);
        }
        ListParameters parameters = ListParameters.ofAddress(list);
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext()
                .redirect(faces.getExternalContext().getRequestContextPath() + "/customers/"
                        + parameters.with("where", condition == null ? null : Conditions.write(condition)));
    }

    public String getBack() {
        return ListParameters.ofAddress(list).address();
    }

    /** Only the operators that make sense for the field of the row. */
    public List<Condition.Operator> operators(Row row) {
        ConditionTitle field = fields.get(row.field);
        return field == null ? List.of() : field.type().operators();
    }

    /** How the value is entered: {@code none}, {@code few}, {@code many}, {@code date}, {@code days}, {@code number}, {@code text}. */
    public String input(Row row) {
        ConditionTitle field = fields.get(row.field);
        if (field == null || row.operator == null || row.operator.standsAlone()) {
            return "none";
        }
        if (row.operator == Condition.Operator.LAST_DAYS || row.operator == Condition.Operator.OLDER_DAYS) {
            return "days";
        }
        return switch (field.type()) {
            case CHOICE, FIXED_CHOICE -> field.values().size() <= FEW ? "few" : "many";
            case DATE, MOMENT -> "date";
            case NUMBER -> "number";
            case TEXT -> "text";
        };
    }

    public List<ConditionField.Value> values(Row row) {
        ConditionTitle field = fields.get(row.field);
        return field == null ? List.of() : field.values();
    }

    /** Another field: what was compared before makes no sense any longer. */
    public void chosen(Row row) {
        List<Condition.Operator> known = operators(row);
        if (row.operator == null || !known.contains(row.operator)) {
            row.operator = known.isEmpty() ? null : known.get(0);
        }
        row.value = null;
        row.chosen = List.of();
    }

    public List<ConditionTitle> getFields() {
        return offered;
    }

    public List<Block> getBlocks() {
        return blocks;
    }

    public boolean isAny() {
        return any;
    }

    public void setAny(boolean any) {
        this.any = any;
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list == null ? "list" : list;
    }

    /** Tests of which all or any have to hold. */
    public static class Block implements Serializable {
        private static final long serialVersionUID = 1L;

        private boolean any = true;
        private final List<Row> rows = new ArrayList<>();

        public boolean isAny() {
            return any;
        }

        public void setAny(boolean any) {
            this.any = any;
        }

        public List<Row> getRows() {
            return rows;
        }
    }

    /** One test as it is entered. */
    public static class Row implements Serializable {
        private static final long serialVersionUID = 1L;

        private String field;
        private Condition.Operator operator;
        private String value;
        private List<String> chosen = List.of();

        Row() {}

        Row(Condition.Test test) {
            field = test.field();
            operator = test.operator();
            chosen = test.values();
            value = test.values().isEmpty() ? null : test.values().get(0);
        }

        public String getField() {
            return field;
        }

        public void setField(String field) {
            this.field = field;
        }

        public Condition.Operator getOperator() {
            return operator;
        }

        public void setOperator(Condition.Operator operator) {
            this.operator = operator;
        }

        public String getValue() {
            return value;
        }

        public void setValue(String value) {
            this.value = value;
        }

        public List<String> getChosen() {
            return chosen;
        }

        public void setChosen(List<String> chosen) {
            this.chosen = chosen == null ? List.of() : List.copyOf(chosen);
        }
    }
}
