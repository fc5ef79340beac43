package org.vinculo.crm.consent.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.Source;
import org.vinculo.crm.consent.Topic;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.shared.PublicId;

/**
 * One line of the ledger: what was said, by whom, when and in answer to which wording. It is the company's proof, so a line
 * is added and then stays: there is no setter, every column is closed to updates, and a change or removal fails.
 */
@Entity
@Table(name = "consent_evidence")
public class ConsentEvidence {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "consent_evidence_id_seq")
    @SequenceGenerator(name = "consent_evidence_id_seq", sequenceName = "id_seq", allocationSize = 50)
    @Column(name = "id", updatable = false)
    private Long id;

    @Column(name = "public_id", nullable = false, updatable = false, length = 22)
    private String publicId = PublicId.next();

    @Column(name = "customer_id", nullable = false, updatable = false)
    private long customerId;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "topic", nullable = false, updatable = false, length = 20)
    private Topic topic;

    @ManyToOne
    @JoinColumn(name = "purpose_id", updatable = false)
    private ConsentPurpose purpose;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel", updatable = false, length = 12)
    private Channel channel;

    @Column(name = "before_value", updatable = false, length = 200)
    private String beforeValue;

    @Column(name = "after_value", updatable = false, length = 200)
    private String afterValue;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind", nullable = false, updatable = false, length = 12)
    private Caller.Kind actorKind;

    @Column(name = "actor_id", updatable = false)
    private Long actorId;

    @Column(name = "actor_name", updatable = false, length = 200)
    private String actorName;

    @Enumerated(EnumType.STRING)
    @Column(name = "source", nullable = false, updatable = false, length = 16)
    private Source source;

    @Column(name = "told_on", updatable = false)
    private LocalDate toldOn;

    @Column(name = "note", updatable = false, length = 1000)
    private String note;

    @Column(name = "wording_edition", updatable = false)
    private Integer wordingEdition;

    @Column(name = "wording_language", updatable = false, length = 10)
    private String wordingLanguage;

    @Column(name = "address", updatable = false, length = 254)
    private String address;

    @Column(name = "ip", updatable = false, length = 45)
    private String ip;

    @Column(name = "user_agent", updatable = false, length = 400)
    private String userAgent;

    @ManyToOne
    @JoinColumn(name = "refers_to_id", updatable = false)
    private ConsentEvidence refersTo;

    protected ConsentEvidence() {}

    private ConsentEvidence(Line line) {
        customerId = line.customerId;
        madeAt = line.at;
        topic = line.topic;
        purpose = line.purpose;
        channel = line.channel;
        beforeValue = cut(line.before, 200);
        afterValue = cut(line.after, 200);
        actorKind = line.actor.kind();
        actorId = line.actor.accountId();
        actorName = cut(line.actor.name(), 200);
        ip = cut(line.actor.ip(), 45);
        userAgent = cut(line.actor.userAgent(), 400);
        source = line.source;
        toldOn = line.toldOn;
        note = line.note;
        wordingEdition = line.wording == null ? null : line.wording.getEdition();
        wordingLanguage = line.wording == null ? null : line.wording.getLanguage();
        address = cut(line.address, 254);
        refersTo = line.refersTo;
    }

    /** Starts a line about a customer, said now by this caller. */
    public static Line about(long customerId, Topic topic, Caller actor, Source source, Instant at) {
        return new Line(customerId, topic, actor, source, at);
    }

    @PreUpdate
    @PreRemove
    void refuseChange() {
        throw new IllegalStateException("the evidence of consent is append-only");
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    /** A line before it is written. */
    public static final class Line {
        private final long customerId;
        private final Topic topic;
        private final Caller actor;
        private final Source source;
        private final Instant at;
        private ConsentPurpose purpose;
        private Channel channel;
        private ConsentWording wording;
        private String before;
        private String after;
        private String address;
        private LocalDate toldOn;
        private String note;
        private ConsentEvidence refersTo;

        private Line(long customerId, Topic topic, Caller actor, Source source, Instant at) {
            this.customerId = customerId;
            this.topic = topic;
            this.actor = actor;
            this.source = source;
            this.at = at;
        }

        public Line change(String from, String to) {
            before = from;
            after = to;
            return this;
        }

        public Line consent(ConsentPurpose about, Channel through, ConsentWording read) {
            purpose = about;
            channel = through;
            wording = read;
            return this;
        }

        public Line reaching(String where) {
            address = where;
            return this;
        }

        public Line told(LocalDate day, String words) {
            toldOn = day;
            note = words;
            return this;
        }

        public Line inAnswerTo(ConsentEvidence earlier) {
            refersTo = earlier;
            return this;
        }

        public ConsentEvidence write() {
            return new ConsentEvidence(this);
        }
    }

    public Long getId() {
        return id;
    }

    public String getPublicId() {
        return publicId;
    }

    public long getCustomerId() {
        return customerId;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    public Topic getTopic() {
        return topic;
    }

    public ConsentPurpose getPurpose() {
        return purpose;
    }

    public Channel getChannel() {
        return channel;
    }

    public String getBeforeValue() {
        return beforeValue;
    }

    public String getAfterValue() {
        return afterValue;
    }

    public Caller.Kind getActorKind() {
        return actorKind;
    }

    public Long getActorId() {
        return actorId;
    }

    public String getActorName() {
        return actorName;
    }

    public Source getSource() {
        return source;
    }

    public LocalDate getToldOn() {
        return toldOn;
    }

    public String getNote() {
        return note;
    }

    public Integer getWordingEdition() {
        return wordingEdition;
    }

    public String getWordingLanguage() {
        return wordingLanguage;
    }

    public String getAddress() {
        return address;
    }

    public String getIp() {
        return ip;
    }

    public ConsentEvidence getRefersTo() {
        return refersTo;
    }
}
