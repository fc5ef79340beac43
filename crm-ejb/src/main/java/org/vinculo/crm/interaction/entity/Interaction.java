package org.vinculo.crm.interaction.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.persistence.annotations.Customizer;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.InteractionExport;
import org.vinculo.crm.interaction.InteractionImport;
import org.vinculo.crm.interaction.InteractionView;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.interaction.Purpose;
import org.vinculo.crm.interaction.Sentiment;
import org.vinculo.crm.interaction.Visibility;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.FoundBy;
import org.vinculo.crm.party.FoundRecords;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicEntity;

/** A conversation with a customer; what was said stays as it was written down. */
@Entity
@Audited(
        name = "interaction",
        customer = "customerId",
        ignore = {
            "customerId",
            "searchText",
            "createdAt",
            "teamId",
            "threadId",
            "correctedAt",
            "correctedBy",
            "deletedBy"
        },
        secret = "body")
@FoundBy(
        kind = Interaction.FOUND_AS,
        fields = {"topic", "body", "deletedAt"})
@Customizer(FoundRecords.class)
@Table(name = "interaction")
public class Interaction extends PublicEntity {

    /** Their kind in the search. */
    public static final String FOUND_AS = "talks";

    private static final int SEARCHED = 4300;

    @Column(name = "customer_id", nullable = false, updatable = false)
    private Long customerId;

    @Column(name = "contact_point_id")
    private Long contactPointId;

    @Column(name = "external_id", length = 100, updatable = false)
    private String externalId;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel", nullable = false, length = 20)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @Column(name = "direction", nullable = false, length = 20)
    private Direction direction;

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose", nullable = false, length = 20)
    private Purpose purpose;

    @Column(name = "topic", nullable = false, length = 200)
    private String topic;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome", length = 20)
    private Outcome outcome;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "customer_zone", length = 60)
    private String customerZone;

    @Column(name = "sentiment", nullable = false)
    private int sentiment;

    @Enumerated(EnumType.STRING)
    @Column(name = "visibility", nullable = false, length = 20)
    private Visibility visibility;

    @Column(name = "staff_id")
    private Long staffId;

    @Column(name = "staff_name", nullable = false, length = 200)
    private String staffName;

    @Column(name = "body", length = 4000)
    private String body;

    @Column(name = "search_text", length = SEARCHED)
    private String searchText;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "team_id")
    private Long teamId;

    @Column(name = "cost_amount", precision = 19, scale = 4)
    private BigDecimal costAmount;

    @Column(name = "cost_currency", length = 3)
    private String costCurrency;

    @Column(name = "thread_id")
    private Long threadId;

    @Column(name = "related_type", length = 40)
    private String relatedType;

    @Column(name = "related_id", length = 40)
    private String relatedId;

    @Column(name = "corrected_at")
    private Instant correctedAt;

    @Column(name = "corrected_by", length = 200)
    private String correctedBy;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Column(name = "deleted_by", length = 200)
    private String deletedBy;

    protected Interaction() {}

    public Interaction(long customerId, Channel channel, Direction direction, Purpose purpose, String topic) {
        this.customerId = customerId;
        this.channel = channel;
        this.direction = direction;
        this.purpose = purpose;
        this.topic = topic;
        fold();
    }

    public void happened(Instant started, Duration duration, String zoneOfCustomer) {
        startedAt = started;
        endedAt = duration == null ? null : started.plus(duration);
        customerZone = zoneOfCustomer;
    }

    public void ended(Outcome newOutcome, Sentiment felt) {
        outcome = newOutcome;
        sentiment = felt.number();
    }

    public void writtenBy(Long staff, String name, Instant at) {
        staffId = staff;
        staffName = name;
        createdAt = at;
    }

    public void say(String words, Visibility readableBy) {
        body = words;
        fold();
        visibility = readableBy;
    }

    /** The name under which another system knows it. */
    public void cameAs(String foreignId) {
        externalId = foreignId;
    }

    /** The team of whoever wrote it down, on that day. */
    public void inTeam(Long team) {
        teamId = team;
    }

    /** What it took at the price of its day; null while nobody said what contacts cost. */
    public void cost(Money money) {
        costAmount = money == null ? null : money.amount();
        costCurrency = money == null ? null : money.currency();
    }

    /** The conversation that this one goes on with. */
    public void continues(Interaction earlier) {
        threadId = earlier.thread();
    }

    /** The record of another room that it is about, or null. */
    public void about(String type, String publicId) {
        relatedType = type;
        relatedId = publicId;
    }

    /** Puts right how it was filed; what was said is set by {@link #say}. */
    public void refile(Channel newChannel, Direction newDirection, Purpose newPurpose, String newTopic) {
        channel = newChannel;
        direction = newDirection;
        purpose = newPurpose;
        topic = newTopic;
        fold();
    }

    private void fold() {
        String folded = Normal.fold(body == null ? topic : topic + "\n" + body);
        searchText = folded.substring(0, Math.min(SEARCHED, folded.length()));
    }

    public void corrected(String by, Instant at) {
        correctedBy = by;
        correctedAt = at;
    }

    public void delete(String by, Instant at) {
        deletedBy = by;
        deletedAt = at;
    }

    public void restore() {
        deletedBy = null;
        deletedAt = null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Id of the first conversation of the thread. */
    public Long thread() {
        return threadId == null ? getId() : threadId;
    }

    public InteractionView view() {
        return new InteractionView(
                getPublicId(),
                externalId,
                channel,
                direction,
                purpose,
                topic,
                outcome,
                startedAt,
                endedAt == null ? null : Duration.between(startedAt, endedAt),
                Sentiment.of(sentiment),
                visibility,
                staffName,
                body,
                costAmount == null ? null : new Money(costAmount, costCurrency),
                getVersion());
    }

    public InteractionExport.Entry exported() {
        return new InteractionExport.Entry(
                getId(),
                customerId,
                externalId == null ? InteractionImport.OWN + getPublicId() : externalId,
                startedAt,
                channel,
                direction,
                purpose,
                outcome,
                topic,
                body,
                staffName);
    }

    public Long getCustomerId() {
        return customerId;
    }

    public Long getStaffId() {
        return staffId;
    }

    public String getCustomerZone() {
        return customerZone;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public String getRelatedType() {
        return relatedType;
    }

    public String getRelatedId() {
        return relatedId;
    }

    public Instant getCorrectedAt() {
        return correctedAt;
    }

    public String getCorrectedBy() {
        return correctedBy;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public String getExternalId() {
        return externalId;
    }
}
