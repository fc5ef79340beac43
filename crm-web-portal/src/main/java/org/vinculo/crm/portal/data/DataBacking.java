package org.vinculo.crm.portal.data;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.party.portal.MyData;
import org.vinculo.crm.party.portal.MyDataView;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;
import org.vinculo.crm.ui.Viewer;

/** Everything that is kept about the customer. */
@Named
@ViewScoped
public class DataBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int AT_FIRST = 6;
    private static final String HERE = "/data?faces-redirect=true";

    @Inject
    MyData data;

    @Inject
    Viewer viewer;

    @Inject
    Feedback feedback;

    private MyDataView view;
    private boolean correctable;
    private boolean needy;
    private String need;
    private boolean all;
    private final Once once = new Once();

    @PostConstruct
    void load() {
        view = data.view();
        correctable = data.mayCorrect();
        needy = data.mayTellNeeds();
    }

    public String tell() {
        return once.run(
                () -> {
                    data.addNeed(need);
                    feedback.done("portal.data.needKept");
                    return HERE;
                },
                need);
    }

    public String confirm(String publicId) {
        data.confirmNeed(publicId);
        feedback.done("portal.data.needConfirmed");
        return HERE;
    }

    public String remove(String publicId) {
        data.removeNeed(publicId);
        feedback.done("portal.data.needRemoved");
        return HERE;
    }

    public void showAll() {
        all = true;
    }

    public List<MyDataView.Change> getShownHistory() {
        return isMoreHistory() ? view.history().subList(0, AT_FIRST) : view.history();
    }

    public boolean isMoreHistory() {
        return !all && view.history().size() > AT_FIRST;
    }

    public int getFactsFromOthers() {
        return view.facts() - view.factsTold();
    }

    /** The customer's language in the viewer's own. */
    public String getLanguage() {
        Locale locale = viewer.getLocale();
        return view.language() == null
                ? null
                : Locale.forLanguageTag(view.language()).getDisplayLanguage(locale);
    }

    public MyDataView getView() {
        return view;
    }

    public boolean isCorrectable() {
        return correctable;
    }

    /** Whether the viewer's role tells needs. */
    public boolean isNeedy() {
        return needy;
    }

    public String getNeed() {
        return need;
    }

    public void setNeed(String need) {
        this.need = need;
    }
}
