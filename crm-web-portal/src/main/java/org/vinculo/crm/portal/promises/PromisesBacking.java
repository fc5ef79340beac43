package org.vinculo.crm.portal.promises;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.vinculo.crm.activity.portal.MyPromise;
import org.vinculo.crm.activity.portal.MyPromises;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** What the customer was promised, what is open first. */
@Named
@RequestScoped
public class PromisesBacking {

    private static final int SIZE = 20;

    @Inject
    MyPromises promises;

    @Inject
    @ManagedProperty("#{param.page}")
    String wanted;

    private int number;
    private Page<MyPromise> page;
    private long overdue;

    @PostConstruct
    void load() {
        number = wanted != null && wanted.matches("[1-9]\\d{0,4}") ? Integer.parseInt(wanted) : 1;
        page = promises.list(PageRequest.of((number - 1) * SIZE, SIZE));
        overdue = promises.overdue();
    }

    public List<MyPromise> getOpen() {
        return page.items().stream().filter(MyPromise::open).toList();
    }

    public List<MyPromise> getSettled() {
        return page.items().stream().filter(promise -> !promise.open()).toList();
    }

    public long getOverdue() {
        return overdue;
    }

    public boolean isNone() {
        return page.total() == 0;
    }

    public int getNumber() {
        return number;
    }

    public long getPages() {
        return Math.max(1, (page.total() + SIZE - 1) / SIZE);
    }
}
