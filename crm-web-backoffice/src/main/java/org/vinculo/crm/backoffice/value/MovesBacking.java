package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.LifecycleService;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.PhaseMoves;

/** The changes behind a flow between phases. What makes no sense in the address is left out. */
@Named("valueMoves")
@ViewScoped
public class MovesBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String START = "START";

    @EJB
    private LifecycleService lifecycle;

    @Inject
    private Viewer viewer;

    @Inject
    private transient CurrentCaller caller;

    private String from;
    private String to;
    private String after;
    private String until;
    private boolean denied;
    private long moves;
    private long customers;

    private final LazyTable<PhaseMoves.Move> rows = LazyTable.of(
                    request -> lifecycle.moves(wanted(), request).page(), PhaseMoves.Move::key)
            .sortable("day", "stay")
            .startSort("day", false);

    public void load() {
        denied = caller.scope(Permission.VALUE_VIEW) != Scope.ALL;
        if (!denied) {
            PhaseMoves counted = lifecycle.moves(wanted(), PageRequest.of(0, 1));
            moves = counted.page().total();
            customers = counted.customers();
        }
    }

    private PhaseMoves.Wanted wanted() {
        LocalDate end = day(until, lifecycle.today());
        return new PhaseMoves.Wanted(phase(from), START.equals(from), phase(to), day(after, end.minusYears(1)), end);
    }

    private static Phase phase(String name) {
        return Arrays.stream(Phase.values())
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            return otherwise;
        }
    }

    /** From which phase to which. */
    public String getTitle() {
        PhaseMoves.Wanted wanted = wanted();
        return text("value.moves.title", name(wanted.came() ? START : from), name(to));
    }

    private String name(String phase) {
        if (START.equals(phase)) {
            return text("value.lifecycle.came");
        }
        return phase(phase) == null ? text("value.figure.anyPhase") : text("value.phase." + phase);
    }

    public LocalDate getFirstDay() {
        return wanted().after();
    }

    public LocalDate getLastDay() {
        return wanted().until();
    }

    public long getMoves() {
        return moves;
    }

    private String text(String key, Object... args) {
        return Texts.text(viewer.getLocale(), key, args);
    }

    /** The customers of these changes in the list of customers. */
    public String getFigure() {
        PhaseMoves.Wanted wanted = wanted();
        String source = wanted.came()
                ? START
                : wanted.from() == null ? "ANY" : wanted.from().name();
        return String.join(
                ".",
                "moved",
                source,
                wanted.to() == null ? "ANY" : wanted.to().name(),
                wanted.after().toString(),
                wanted.until().toString());
    }

    public boolean isDenied() {
        return denied;
    }

    public long getCustomers() {
        return customers;
    }

    public LazyTable<PhaseMoves.Move> getRows() {
        return rows;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
