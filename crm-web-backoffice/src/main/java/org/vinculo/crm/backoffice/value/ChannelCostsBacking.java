package org.vinculo.crm.backoffice.value;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.ChannelCost;
import org.vinculo.crm.value.ChannelCostList;
import org.vinculo.crm.value.ChannelCostService;

/** What contacts cost: the present version to look at and to start the next one from. */
@Named("channelCosts")
@ViewScoped
public class ChannelCostsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private ChannelCostService service;

    @Inject
    private Viewer viewer;

    @Inject
    private transient Feedback feedback;

    private LocalDate validFrom;
    private String currency;
    private List<Row> rows;
    private List<ChannelCostList> versions;

    /** A line of the form. */
    public static final class Row implements Serializable {

        private static final long serialVersionUID = 1L;
        private final Channel channel;
        private BigDecimal perContact;
        private BigDecimal perMinute;
        private int atOnce;

        Row(ChannelCost cost) {
            channel = cost.channel();
            perContact = cost.perContact();
            perMinute = cost.perMinute();
            atOnce = cost.atOnce();
        }

        ChannelCost cost() {
            return new ChannelCost(channel, perContact, perMinute, atOnce);
        }

        public Channel getChannel() {
            return channel;
        }

        public BigDecimal getPerContact() {
            return perContact;
        }

        public void setPerContact(BigDecimal perContact) {
            this.perContact = perContact;
        }

        public BigDecimal getPerMinute() {
            return perMinute;
        }

        public void setPerMinute(BigDecimal perMinute) {
            this.perMinute = perMinute;
        }

        public int getAtOnce() {
            return atOnce;
        }

        public void setAtOnce(int atOnce) {
            this.atOnce = atOnce;
        }
    }

    @PostConstruct
    void load() {
        ChannelCostList draft = service.draft();
        validFrom = draft.validFrom();
        currency = draft.currency();
        rows = draft.costs().stream().map(Row::new).toList();
        versions = service.versions();
    }

    public void save() {
        service.save(new ChannelCostList(
                0, currency, validFrom, rows.stream().map(Row::cost).toList(), null, null));
        feedback.done("contribution.costs.saved");
        load();
    }

    public boolean isMayChange() {
        return viewer.permits("value.manage");
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<ChannelCostList> getVersions() {
        return versions;
    }
}
