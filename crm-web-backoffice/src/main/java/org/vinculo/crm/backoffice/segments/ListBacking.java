package org.vinculo.crm.backoffice.segments;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.vinculo.crm.segment.SegmentService;
import org.vinculo.crm.segment.SegmentView;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** The list of segments; everything about it is in its address. */
@Named("segmentList")
@RequestScoped
public class ListBacking {

    private static final int ROWS = 25;
    private static final int MOST_PAGES = 400;

    @EJB
    private SegmentService segments;

    @Inject
    private Viewer viewer;

    private String q;
    private String page;
    private Page<SegmentView> rows;

    public Page<SegmentView> getRows() {
        if (rows == null) {
            rows = segments.list(q, PageRequest.of((number() - 1) * ROWS, ROWS));
        }
        return rows;
    }

    public List<SegmentView> getItems() {
        return getRows().items();
    }

    private int number() {
        return page != null && page.matches("[1-9]\\d{0,2}") ? Math.min(MOST_PAGES, Integer.parseInt(page)) : 1;
    }

    /** Number of the page before, or null. */
    public Integer getPrevious() {
        return number() > 1 ? Integer.valueOf(number() - 1) : null;
    }

    /** Number of the next page, or null. */
    public Integer getNext() {
        return (long) number() * ROWS < getRows().total() ? Integer.valueOf(number() + 1) : null;
    }

    public String getRange() {
        int first = (number() - 1) * ROWS;
        return Texts.text(
                viewer.getLocale(),
                "segment.list.range",
                first + 1,
                first + getItems().size(),
                getRows().total());
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }
}
