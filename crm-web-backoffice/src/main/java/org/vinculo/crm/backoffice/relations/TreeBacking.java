package org.vinculo.crm.backoffice.relations;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.party.OrganisationNode;
import org.vinculo.crm.party.Relations;

/** The tree of companies around one of them, as lines with a depth. */
@Named("organisationTree")
@RequestScoped
public class TreeBacking {

    private static final int DEEPEST = 6;

    @EJB
    private Relations relations;

    private String customer;
    private final List<Line> lines = new ArrayList<>();

    /** A company on the page; deeper ones keep the last step of indentation. */
    public record Line(OrganisationNode node, int depth, int step) {}

    public void load() {
        lines.clear();
        add(relations.tree(customer), 1);
    }

    private void add(OrganisationNode node, int depth) {
        lines.add(new Line(node, depth, Math.min(depth, DEEPEST)));
        node.below().forEach(below -> add(below, depth + 1));
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }
}
