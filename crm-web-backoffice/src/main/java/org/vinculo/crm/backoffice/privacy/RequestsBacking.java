package org.vinculo.crm.backoffice.privacy;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.privacy.PrivacyService;
import org.vinculo.crm.privacy.RequestView;
import org.vinculo.crm.ui.LazyTable;

/** What people asked about their data, the most urgent first. */
@Named("privacyRequests")
@ViewScoped
public class RequestsBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String DONE = "done";

    @EJB
    private PrivacyService privacy;

    private String show = "open";
    private long open;
    private long late;
    private final LazyTable<RequestView> rows =
            LazyTable.of(request -> privacy.list(isOpen(), request), RequestView::publicId);

    public void load() {
        long[] counts = privacy.counts();
        open = counts[0];
        late = counts[1];
    }

    public boolean isOpen() {
        return !DONE.equals(show);
    }

    public long getOpenCount() {
        return open;
    }

    public long getLateCount() {
        return late;
    }

    public LazyTable<RequestView> getRows() {
        return rows;
    }

    public String getShow() {
        return show;
    }

    public void setShow(String show) {
        this.show = show;
    }
}
