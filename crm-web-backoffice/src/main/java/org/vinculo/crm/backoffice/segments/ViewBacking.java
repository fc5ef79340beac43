package org.vinculo.crm.backoffice.segments;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.segment.SegmentPreview;
import org.vinculo.crm.segment.SegmentService;
import org.vinculo.crm.segment.SegmentView;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/** One segment: whom it means, who that is just now, and what can be done with it. */
@Named("segmentView")
@ViewScoped
public class ViewBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private SegmentService segments;

    @Inject
    private Viewer viewer;

    @Inject
    private transient Feedback feedback;

    private String id;
    private SegmentView segment;
    private SegmentPreview preview;
    private String currency;

    public void load() {
        segment = segments.get(id);
        currency = segments.currency();
        preview = segment.usable() && segment.state() != SegmentView.State.FREEZING ? segments.look(id) : null;
    }

    public String copy() {
        SegmentView copy = segments.copy(id, Texts.text(viewer.getLocale(), "segment.view.copyOf", segment.name()));
        String copied = copy.publicId();
        feedback.done(() -> SegmentUndo.delete(copied), "segment.done.copied");
        return "/segments/edit?faces-redirect=true&id=" + copied;
    }

    public String delete() {
        String deleted = id;
        segments.delete(deleted);
        feedback.done(() -> SegmentUndo.restore(deleted), "segment.done.deleted", segment.name());
        return "/segments/list?faces-redirect=true";
    }

    public String freeze() {
        String frozen = id;
        segments.freeze(frozen);
        feedback.done(() -> SegmentUndo.thaw(frozen), "segment.done.frozen", segment.name());
        return again();
    }

    public String thaw() {
        String thawed = id;
        String snapshot = segments.thaw(thawed);
        feedback.done(() -> SegmentUndo.freezeAgain(thawed, snapshot), "segment.done.thawed", segment.name());
        return again();
    }

    private String again() {
        return "/segments/view?faces-redirect=true&id=" + id;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public SegmentView getSegment() {
        return segment;
    }

    public SegmentPreview getPreview() {
        return preview;
    }

    public String getCurrency() {
        return currency;
    }
}
