package org.vinculo.crm.value.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.shared.BaseEntity;
import org.vinculo.crm.value.ChannelCost;
import org.vinculo.crm.value.ChannelCostList;

/** What contacts cost, from a day on; never changed afterwards. */
@Entity
@Audited(
        name = "channelTariff",
        ignore = {"changedAt", "changedBy", "lines"})
@Table(name = "channel_tariff")
public class ChannelTariffVersion extends BaseEntity {

    @Column(name = "tariff_no", nullable = false, updatable = false)
    private int number;

    @Column(name = "currency", nullable = false, updatable = false, length = 3)
    private String currency;

    @Column(name = "valid_from", nullable = false, updatable = false)
    private LocalDate validFrom;

    @Column(name = "changed_at", nullable = false, updatable = false)
    private Instant changedAt;

    @Column(name = "changed_by", nullable = false, updatable = false, length = 200)
    private String changedBy;

    @OneToMany(mappedBy = "tariff", cascade = CascadeType.PERSIST, fetch = FetchType.EAGER)
    @OrderBy("id")
    private List<ChannelTariffLine> lines = new ArrayList<>();

    protected ChannelTariffVersion() {}

    public ChannelTariffVersion(ChannelCostList list) {
        number = list.number();
        currency = list.currency();
        validFrom = list.validFrom();
        changedAt = list.changedAt();
        changedBy = list.changedBy();
        list.costs().forEach(cost -> lines.add(new ChannelTariffLine(this, cost)));
    }

    public ChannelCostList view() {
        List<ChannelCost> costs = lines.stream().map(ChannelTariffLine::view).toList();
        return new ChannelCostList(number, currency, validFrom, costs, changedAt, changedBy);
    }
}
