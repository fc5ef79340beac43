package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.vinculo.crm.value.RfmDefinition;

/** One of the four cut points of a figure. */
@Embeddable
public class RunCut {

    /** The figure that is cut. */
    public enum Figure {
        RECENCY,
        FREQUENCY,
        MONETARY
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "definition", nullable = false, length = 20)
    private RfmDefinition definition;

    @Enumerated(EnumType.STRING)
    @Column(name = "figure", nullable = false, length = 10)
    private Figure figure;

    @Column(name = "place", nullable = false)
    private int place;

    @Column(name = "cut", nullable = false)
    private double cut;

    @Column(name = "customer_at")
    private Long customer;

    protected RunCut() {}

    public RunCut(RfmDefinition definition, Figure figure, int place, double cut, Long customer) {
        this.definition = definition;
        this.figure = figure;
        this.place = place;
        this.cut = cut;
        this.customer = customer;
    }

    public boolean is(RfmDefinition wanted, Figure of) {
        return definition == wanted && figure == of;
    }

    public int place() {
        return place;
    }

    public double cut() {
        return cut;
    }

    public Long customer() {
        return customer;
    }
}
