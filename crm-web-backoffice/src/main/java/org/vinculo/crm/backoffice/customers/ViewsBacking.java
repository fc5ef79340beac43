package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.party.Condition;
import org.vinculo.crm.party.ListChoices;
import org.vinculo.crm.party.ListConditions;
import org.vinculo.crm.party.SavedViewRow;
import org.vinculo.crm.party.SavedViews;
import org.vinculo.crm.ui.Feedback;

/** Keeps the list as it is under a name, and looks after those that are kept. */
@Named("customerViews")
@ViewScoped
public class ViewsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private SavedViews views;

    @EJB
    private ListChoices choices;

    @EJB
    private ListConditions conditions;

    @Inject
    private PhraseTexts phrases;

    @Inject
    private Feedback feedback;

    private String list;
    private String name;
    private boolean shared;
    private boolean first;
    private SavedViewRow editing;
    private List<SavedViewRow> rows;

    public List<SavedViewRow> getRows() {
        if (rows == null) {
            rows = views.list();
        }
        return rows;
    }

    /** Whether there is a list to keep, or a view that is being changed. */
    public boolean isForm() {
        return list != null || editing != null;
    }

    /** What the list is narrowed by, in words where there are any. */
    public String getSentence() {
        Condition where = list == null ? null : ListParameters.ofAddress(list).where();
        return where == null ? "" : phrases.of(conditions.words(where));
    }

    public String save() {
        if (editing != null) {
            views.change(editing.publicId(), name, shared);
            feedback.done("list.view.changed", name);
            return "/customers/views?faces-redirect=true";
        }
        ListParameters parameters = ListParameters.ofAddress(list);
        SavedViewRow saved =
                views.save(name, parameters.query(), choices.columns().orElse(List.of()), shared);
        if (first) {
            views.openWith(saved.publicId());
        }
        feedback.done("list.view.saved", saved.name());
        return "/customers/list?faces-redirect=true&view=" + saved.publicId()
                + (saved.query().isEmpty() ? "" : "&" + saved.query());
    }

    public void edit(SavedViewRow view) {
        editing = view;
        name = view.name();
        shared = view.shared();
    }

    public String remove(SavedViewRow view) {
        views.delete(view.publicId());
        feedback.done("list.view.removed", view.name());
        return "/customers/views?faces-redirect=true";
    }

    public String open(SavedViewRow view) {
        return "list?" + view.query() + (view.query().isEmpty() ? "" : "&") + "view=" + view.publicId();
    }

    /** The list opens with this one from now on, or no longer. */
    public String first(SavedViewRow view) {
        views.openWith(view.first() ? null : view.publicId());
        feedback.done(view.first() ? "list.view.notFirst" : "list.view.isFirst", view.name());
        return "/customers/views?faces-redirect=true";
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public boolean isFirst() {
        return first;
    }

    public void setFirst(boolean first) {
        this.first = first;
    }

    public SavedViewRow getEditing() {
        return editing;
    }
}
