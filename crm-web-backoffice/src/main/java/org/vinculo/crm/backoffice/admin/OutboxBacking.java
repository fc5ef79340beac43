package org.vinculo.crm.backoffice.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import org.vinculo.crm.notification.OutboxService;
import org.vinculo.crm.notification.OutboxState;
import org.vinculo.crm.notification.OutboxView;
import org.vinculo.crm.ui.LazyTable;

/** The mails that left or wait to leave. */
@Named
@ViewScoped
public class OutboxBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private OutboxService outbox;

    private OutboxState state;
    private Map<OutboxState, Long> counts;
    private final LazyTable<OutboxView> rows =
            LazyTable.of(request -> outbox.list(state, request), OutboxView::publicId);

    public void load() {
        counts = outbox.counts();
    }

    public long count(OutboxState of) {
        return counts.getOrDefault(of, 0L);
    }

    public long getTotal() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean isMailServer() {
        return outbox.hasMailServer();
    }

    public LazyTable<OutboxView> getRows() {
        return rows;
    }

    public OutboxState getState() {
        return state;
    }

    public String getStateAsked() {
        return state == null ? null : state.name();
    }

    /** What is no state is none. */
    public void setStateAsked(String asked) {
        state = Arrays.stream(OutboxState.values())
                .filter(each -> each.name().equals(asked))
                .findFirst()
                .orElse(null);
    }
}
