package org.vinculo.crm.interaction;

import java.io.Serializable;
import java.time.Instant;
import org.vinculo.crm.party.Channel;

/** A conversation as it is written down. */
public class InteractionForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private Channel channel = Channel.PHONE;
    private Direction direction = Direction.OUT;
    private Purpose purpose = Purpose.RELATIONSHIP;
    private String topic;
    private Outcome outcome;
    private Instant startedAt;
    private Integer minutes;
    private Sentiment sentiment = Sentiment.NEUTRAL;
    private Visibility visibility = Visibility.INTERNAL;
    private String body;
    private String externalId;
    private String related;
    private String continues;
    private long version;

    public Channel getChannel() {
        return channel;
    }

    public void setChannel(Channel channel) {
        this.channel = channel;
    }

    public Direction getDirection() {
        return direction;
    }

    public void setDirection(Direction direction) {
        this.direction = direction;
    }

    public Purpose getPurpose() {
        return purpose;
    }

    public void setPurpose(Purpose purpose) {
        this.purpose = purpose;
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public void setOutcome(Outcome outcome) {
        this.outcome = outcome;
    }

    /** When it began; null for now. */
    public Instant getStartedAt() {
        return startedAt;
    }

    public void setStartedAt(Instant startedAt) {
        this.startedAt = startedAt;
    }

    /** How long it took, or null when that says nothing. */
    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public Sentiment getSentiment() {
        return sentiment;
    }

    public void setSentiment(Sentiment sentiment) {
        this.sentiment = sentiment;
    }

    public Visibility getVisibility() {
        return visibility;
    }

    public void setVisibility(Visibility visibility) {
        this.visibility = visibility;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public String getExternalId() {
        return externalId;
    }

    public void setExternalId(String externalId) {
        this.externalId = externalId;
    }

    /** The record it is about, as {@code type:publicId}, or null. */
    public String getRelated() {
        return related;
    }

    public void setRelated(String related) {
        this.related = related;
    }

    /** Public id of the conversation that this one goes on with, or null. */
    public String getContinues() {
        return continues;
    }

    public void setContinues(String continues) {
        this.continues = continues;
    }

    /** What was read, when one that is there is corrected. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
