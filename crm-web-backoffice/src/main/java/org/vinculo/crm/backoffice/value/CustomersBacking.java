package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vinculo.crm.shared.Quarter;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.IdipStep;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.RfmCell;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.Tier;
import org.vinculo.crm.value.ValueList;
import org.vinculo.crm.value.ValueService;
import org.vinculo.crm.value.ValuedCustomer;

/** The customers behind a figure: of a tier, a phase, a cell, a step. What makes no sense in the address is left out. */
@Named("valueCustomers")
@ViewScoped
public class CustomersBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private ValueService values;

    @Inject
    private Viewer viewer;

    private String tier;
    private String phase;
    private String cell;
    private String rfm;
    private String definition;
    private String step;
    private String below;
    private String cohort;
    private String currency;

    private final LazyTable<ValuedCustomer> rows = LazyTable.of(
                    request -> values.list(wanted(), request), ValuedCustomer::publicId)
            .sortable("ltv", "contribution", "monetary", "lastOn")
            .startSort("ltv", false);

    public void load() {
        currency = values.model().map(card -> card.currency()).orElse(null);
    }

    private ValueList wanted() {
        return new ValueList(
                choice(Tier.class, tier),
                choice(Phase.class, phase),
                choice(RfmCell.class, cell),
                rfm != null && rfm.matches("[0-5]{3}") ? Integer.valueOf(rfm) : null,
                choice(RfmDefinition.class, definition),
                choice(IdipStep.class, step),
                "0".equals(below) || "true".equals(below),
                cohort != null && cohort.matches("\\d{4}-Q[1-4]") ? cohort : null);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** What narrows the list, in words. */
    public List<String> getChips() {
        ValueList wanted = wanted();
        List<String> chips = new ArrayList<>();
        if (wanted.tier() != null) {
            chips.add(text("value.tier." + wanted.tier()));
        }
        if (wanted.phase() != null) {
            chips.add(text("value.phase." + wanted.phase()));
        }
        if (wanted.cell() != null) {
            chips.add(text("value.cell." + wanted.cell()));
        }
        if (wanted.rfm() != null && wanted.rfm() == 0) {
            RfmDefinition by = wanted.definition() == null ? RfmDefinition.EQUAL_GROUPS : wanted.definition();
            chips.add(text("value.customers.scored", text("value.definition." + by)));
        } else if (wanted.rfm() != null) {
            chips.add(scores(wanted.rfm()));
        }
        if (wanted.rfm() != null && wanted.rfm() > 0 && wanted.definition() != null) {
            chips.add(text("value.definition." + wanted.definition()));
        }
        if (wanted.idip() != null) {
            chips.add(text("value.idip." + wanted.idip()));
        }
        if (wanted.belowZero()) {
            chips.add(text("value.overview.belowZero"));
        }
        if (wanted.cohort() != null) {
            chips.add(text("value.customers.cohort", Quarter.of(wanted.cohort()).in(viewer.getLocale())));
        }
        return chips;
    }

    /** As the map calls them; a score that may be any is left out. */
    private static String scores(int code) {
        int[] scores = {code / 100, code / 10 % 10, code % 10};
        return IntStream.range(0, scores.length)
                .filter(at -> scores[at] > 0)
                .mapToObj(at -> "RFM".charAt(at) + " " + scores[at])
                .collect(Collectors.joining(" · "));
    }

    private String text(String key, Object... args) {
        return Texts.text(viewer.getLocale(), key, args);
    }

    public LazyTable<ValuedCustomer> getRows() {
        return rows;
    }

    public String getCurrency() {
        return currency;
    }

    public String getTier() {
        return tier;
    }

    public void setTier(String tier) {
        this.tier = tier;
    }

    public String getPhase() {
        return phase;
    }

    public void setPhase(String phase) {
        this.phase = phase;
    }

    public String getCell() {
        return cell;
    }

    public void setCell(String cell) {
        this.cell = cell;
    }

    public String getRfm() {
        return rfm;
    }

    public void setRfm(String rfm) {
        this.rfm = rfm;
    }

    public String getDefinition() {
        return definition;
    }

    public void setDefinition(String definition) {
        this.definition = definition;
    }

    public String getStep() {
        return step;
    }

    public void setStep(String step) {
        this.step = step;
    }

    public String getBelow() {
        return below;
    }

    public void setBelow(String below) {
        this.below = below;
    }

    public String getCohort() {
        return cohort;
    }

    public void setCohort(String cohort) {
        this.cohort = cohort;
    }
}
