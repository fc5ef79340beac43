package org.vinculo.crm.backoffice.quality;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.party.CustomerQuality;
import org.vinculo.crm.party.DataQuality;
import org.vinculo.crm.party.QualityReport;

/** How good the data are: of everybody, and of the customer whose page is open. */
@Named("dataQuality")
@RequestScoped
public class OverviewBacking {

    @EJB
    private DataQuality quality;

    @Inject
    private ViewBacking page;

    private QualityReport report;
    private CustomerQuality customer;

    public QualityReport getReport() {
        if (report == null) {
            report = quality.report();
        }
        return report;
    }

    public CustomerQuality getCustomer() {
        if (customer == null) {
            customer = quality.of(page.getId());
        }
        return customer;
    }

    /** The list of customers of a source. */
    public String ofSource(String source) {
        return "../customers/list?source=" + URLEncoder.encode(source, StandardCharsets.UTF_8);
    }
}
