package org.vinculo.crm.backoffice.notices;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.vinculo.crm.notification.NoticeService;
import org.vinculo.crm.notification.NoticeView;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.ui.Feedback;

/** What the reader was told, newest first. */
@Named("noticeList")
@RequestScoped
public class NoticesBacking {

    private static final int SIZE = 30;

    @EJB
    private NoticeService notices;

    @Inject
    private Feedback feedback;

    private int number = 1;
    private Page<NoticeView> page;
    private Integer unseen;

    public String seen() {
        notices.seen();
        feedback.done("activity.notices.allSeen");
        return "/notices?faces-redirect=true";
    }

    /** How many nobody has read yet; at the bell of every page. */
    public int getUnseen() {
        if (unseen == null) {
            unseen = notices.unseen();
        }
        return unseen;
    }

    public boolean isNews() {
        return getPage().items().stream().anyMatch(NoticeView::unseen);
    }

    public Page<NoticeView> getPage() {
        if (page == null) {
            page = notices.list(PageRequest.of((number - 1) * SIZE, SIZE));
        }
        return page;
    }

    public long getPages() {
        return Math.max(1, (getPage().total() + SIZE - 1) / SIZE);
    }

    public int getNumber() {
        return number;
    }

    public String getPageAsked() {
        return String.valueOf(number);
    }

    public void setPageAsked(String wanted) {
        number = wanted != null && wanted.matches("[1-9]\\d{0,4}") ? Integer.parseInt(wanted) : 1;
    }
}
