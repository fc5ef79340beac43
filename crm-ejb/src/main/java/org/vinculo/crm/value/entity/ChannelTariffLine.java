package org.vinculo.crm.value.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.shared.BaseEntity;
import org.vinculo.crm.value.ChannelCost;

/** What a contact over one channel costs. */
@Entity
@Audited(
        name = "channelTariffLine",
        ignore = {"tariff"})
@Table(name = "channel_tariff_line")
public class ChannelTariffLine extends BaseEntity {

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "tariff_id", nullable = false, updatable = false)
    private ChannelTariffVersion tariff;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel", nullable = false, updatable = false, length = 20)
    private Channel channel;

    @Column(name = "per_contact", nullable = false, updatable = false, precision = 19, scale = 4)
    private BigDecimal perContact;

    @Column(name = "per_minute", nullable = false, updatable = false, precision = 19, scale = 4)
    private BigDecimal perMinute;

    @Column(name = "at_once", nullable = false, updatable = false)
    private int atOnce;

    protected ChannelTariffLine() {}

    ChannelTariffLine(ChannelTariffVersion tariff, ChannelCost cost) {
        this.tariff = tariff;
        this.channel = cost.channel();
        this.perContact = cost.perContact();
        this.perMinute = cost.perMinute();
        this.atOnce = cost.atOnce();
    }

    ChannelCost view() {
        return new ChannelCost(channel, perContact, perMinute, atOnce);
    }
}
