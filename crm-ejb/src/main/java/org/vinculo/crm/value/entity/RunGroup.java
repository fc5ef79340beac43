package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.vinculo.crm.value.ModelCardView;

/** A group of customers in the check of a model. */
@Embeddable
public class RunGroup {

    /** Customers with the same number of repeat purchases. */
    static final String FREQUENCY = "FREQUENCY";

    /** Tenths by what was expected. */
    static final String TENTH = "TENTH";

    @Column(name = "kind", nullable = false, length = 10)
    private String kind;

    @Column(name = "label", nullable = false)
    private int label;

    @Column(name = "customers", nullable = false)
    private long customers;

    @Column(name = "mean_expected", nullable = false)
    private double meanExpected;

    @Column(name = "mean_actual", nullable = false)
    private double meanActual;

    protected RunGroup() {}

    RunGroup(String kind, ModelCardView.Group group) {
        this.kind = kind;
        label = group.label();
        customers = group.customers();
        meanExpected = group.meanExpected();
        meanActual = group.meanActual();
    }

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    ModelCardView.Group view() {
        return new ModelCardView.Group(label, customers, meanExpected, meanActual);
    }
}
