package org.vinculo.crm.value.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.shared.PublicEntity;
import org.vinculo.crm.value.ChurnModelView;
import org.vinculo.crm.value.RunState;
import org.vinculo.crm.value.internal.risk.FeatureSpace;
import org.vinculo.crm.value.internal.risk.RiskModel;
import org.vinculo.crm.value.internal.risk.Separation;

/** One fit of the chance to leave and its check. */
@Entity
@Table(name = "churn_run")
public class ChurnRun extends PublicEntity {

    @Column(name = "job_id", length = 22)
    private String jobId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 12)
    private RunState state = RunState.RUNNING;

    @Column(name = "as_of", nullable = false, updatable = false)
    private LocalDate asOf;

    @Column(name = "cut_on", nullable = false, updatable = false)
    private LocalDate cutOn;

    @Column(name = "window_days", nullable = false, updatable = false)
    private int windowDays;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "started_by", nullable = false, updatable = false, length = 200)
    private String startedBy;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "learned_from", nullable = false)
    private int learnedFrom;

    @Column(name = "gone", nullable = false)
    private int gone;

    @Column(name = "checked_on", nullable = false)
    private int checkedOn;

    @Column(name = "area")
    private Double area;

    @Column(name = "top_rate")
    private Double topRate;

    @Column(name = "top_lift")
    private Double topLift;

    @Column(name = "base_rate")
    private Double baseRate;

    @Column(name = "intercept")
    private Double intercept;

    @Column(name = "scored", nullable = false)
    private int scored;

    @Column(name = "failure", length = 80)
    private String failure;

    @OneToMany(mappedBy = "run", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<ChurnWeight> weights = new ArrayList<>();

    @OneToMany(mappedBy = "run", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<ChurnBand> bands = new ArrayList<>();

    protected ChurnRun() {}

    public ChurnRun(LocalDate asOf, int windowDays, Instant startedAt, String startedBy) {
        this.asOf = asOf;
        this.cutOn = asOf.minusDays(windowDays);
        this.windowDays = windowDays;
        this.startedAt = startedAt;
        this.startedBy = startedBy;
    }

    public void runAs(String job) {
        jobId = job;
    }

    /** @param check on customers that the model had not seen */
    public void fitted(RiskModel model, int rows, int left, Separation check) {
        learnedFrom = rows;
        gone = left;
        intercept = model.intercept();
        weights.clear();
        for (int i = 0; i < model.weights().size(); i++) {
            weights.add(new ChurnWeight(
                    this, model.space().columns().get(i), model.weights().get(i)));
        }
        checkedOn = check.rows();
        area = Double.isFinite(check.auc()) ? Double.valueOf(check.auc()) : null;
        topRate = check.topRate();
        topLift = check.hits() == 0 ? null : Double.valueOf(check.topLift());
        baseRate = (double) check.hits() / check.rows();
        bands.clear();
        for (int i = 0; i < check.bands().size(); i++) {
            bands.add(new ChurnBand(this, i + 1, check.bands().get(i)));
        }
    }

    public RiskModel model() {
        return new RiskModel(
                new FeatureSpace(weights.stream().map(ChurnWeight::column).toList()),
                intercept,
                weights.stream().map(ChurnWeight::getWeight).toList());
    }

    public void scored(int more) {
        scored += more;
    }

    public void complete(Instant at) {
        state = RunState.COMPLETED;
        finishedAt = at;
    }

    /** @param reason key of a text */
    public void fail(String reason, Instant at) {
        if (state == RunState.RUNNING) {
            state = RunState.FAILED;
            failure = reason;
            finishedAt = at;
        }
    }

    public ChurnModelView view() {
        return new ChurnModelView(
                asOf,
                cutOn,
                windowDays,
                finishedAt,
                learnedFrom,
                gone,
                checkedOn,
                area,
                topRate,
                topLift,
                baseRate,
                scored,
                bands.stream().map(ChurnBand::view).toList());
    }

    public RunState getState() {
        return state;
    }

    public String getJobId() {
        return jobId;
    }

    public LocalDate getAsOf() {
        return asOf;
    }

    public LocalDate getCutOn() {
        return cutOn;
    }

    public String getFailure() {
        return failure;
    }
}
