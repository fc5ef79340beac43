package org.vinculo.crm.backoffice.quality;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.party.ConditionField;
import org.vinculo.crm.party.CustomerQuality;
import org.vinculo.crm.party.DataQuality;
import org.vinculo.crm.party.QualityReport;

/** How good the data are: of everybody, and of the customer whose page is open. */
@Named("dataQuality")
@RequestScoped
public class OverviewBacking {

    private static final String NOT_WRITTEN_DOWN = "!";

    @EJB
    private DataQuality quality;

    @Inject
    private ViewBacking page;

    private String segment;
    private List<ConditionField.Value> segments;
    private QualityReport report;
    private CustomerQuality customer;

    public QualityReport getReport() {
        if (report == null) {
            report = quality.report(segment);
        }
        return report;
    }

    public CustomerQuality getCustomer() {
        if (customer == null) {
            customer = quality.of(page.getId());
        }
        return customer;
    }

    /** The list of customers of a source; null for those of whom none is written down. */
    public String ofSource(String source) {
        return list("source", source == null ? NOT_WRITTEN_DOWN : source);
    }

    /** The list of customers of whom something is to be asked. */
    public String ofIssue(String issue) {
        return list("quality", issue);
    }

    /** The list of customers who came through a channel; null for those of whom none is written down. */
    public String ofChannel(String channel) {
        return list("channel", channel == null ? NOT_WRITTEN_DOWN : channel);
    }

    /** The list of all customers that the report is about. */
    public String getAll() {
        return segment == null ? "../customers/list" : "../customers/list?segment=" + encoded(segment);
    }

    private String list(String name, String value) {
        String wanted = "../customers/list?" + name + "=" + encoded(value);
        return segment == null ? wanted : wanted + "&segment=" + encoded(segment);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public List<ConditionField.Value> getSegments() {
        if (segments == null) {
            segments = quality.segments();
        }
        return segments;
    }

    /** The segment that is looked at, or null. */
    public String getSegment() {
        return segment;
    }

    public void setSegment(String segment) {
        this.segment = segment == null || segment.isBlank() ? null : segment;
    }
}
