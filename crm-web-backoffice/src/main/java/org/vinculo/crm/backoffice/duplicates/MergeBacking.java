package org.vinculo.crm.backoffice.duplicates;

import jakarta.ejb.EJB;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerMerging;
import org.vinculo.crm.party.CustomerRow;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.party.MergeField;
import org.vinculo.crm.party.MergeField.Choice;
import org.vinculo.crm.party.MergePlan;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** Makes one record out of two: first the other one is chosen, then field by field whose value counts. */
@Named("mergePage")
@ViewScoped
public class MergeBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FOUND = 10;

    @EJB
    private CustomerMerging merging;

    @EJB
    private CustomerService customers;

    @Inject
    private Viewer viewer;

    @Inject
    private Feedback feedback;

    private String customer;
    private String other;
    private String q;
    private CustomerDetails chosen;
    private List<CustomerRow> found = List.of();
    private MergePlan plan;
    /** By the name of the field; the menus know codes only. */
    private final Map<String, String> choices = new HashMap<>();

    public void load() {
        if (other == null || other.isBlank()) {
            chosen = customers.get(customer);
            if (q != null && !q.isBlank()) {
                found = customers.list(CustomerList.search(q), PageRequest.of(0, FOUND)).items().stream()
                        .filter(row -> !row.publicId().equals(chosen.ref().publicId()))
                        .toList();
            }
            return;
        }
        plan = merging.plan(customer, other);
        plan.fields()
                .forEach(field -> choices.put(field.name(), field.proposed().name()));
    }

    public String merge() {
        String survivor = plan.survivor().ref().publicId();
        merging.merge(
                survivor,
                plan.survivor().version(),
                plan.merged().ref().publicId(),
                plan.merged().version(),
                chosen(choices));
        feedback.done(
                () -> CDI.current().select(CustomerMerging.class).get().split(survivor, null),
                "merge.done",
                plan.merged().ref().name());
        return "/customers/view?faces-redirect=true&id=" + survivor;
    }

    private static Map<String, Choice> chosen(Map<String, String> codes) {
        Map<String, Choice> chosen = new HashMap<>();
        codes.forEach((field, code) -> chosen.put(field, Choice.valueOf(code)));
        return chosen;
    }

    /** What a field is called: those of administrators bring their own name. */
    public String label(MergeField field) {
        return field.isCustom() ? field.label() : Texts.text(viewer.getLocale(), field.label());
    }

    /** A value in words where it is a code. */
    public String shown(MergeField field, String value) {
        if (value.isEmpty()) {
            return Texts.text(viewer.getLocale(), "merge.nothing");
        }
        return switch (field.name()) {
            case "stage" -> Texts.text(viewer.getLocale(), "party.stage." + value);
            case "language" -> Locale.forLanguageTag(value).getDisplayName(viewer.getLocale());
            case "birthDate" -> viewer.getFormat().date(LocalDate.parse(value));
            case "acquired" -> acquired(value);
            default -> value;
        };
    }

    /** Where and how they came; the way is a code at the end. */
    private String acquired(String value) {
        String way = value.substring(value.lastIndexOf(' ') + 1);
        return Arrays.stream(Channel.values())
                        .anyMatch(channel -> channel.name().equals(way))
                ? value.substring(0, value.length() - way.length())
                        + Texts.text(viewer.getLocale(), "party.channel." + way)
                : value;
    }

    public boolean isChoosing() {
        return plan == null;
    }

    public List<CustomerRow> getFound() {
        return found;
    }

    public CustomerDetails getChosen() {
        return chosen;
    }

    public MergePlan getPlan() {
        return plan;
    }

    public Map<String, String> getChoices() {
        return choices;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public String getOther() {
        return other;
    }

    public void setOther(String other) {
        this.other = other;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }
}
