package org.vinculo.crm.backoffice.consent;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.backoffice.customers.ViewBacking;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ConsentRecord;
import org.vinculo.crm.consent.ConsentService;
import org.vinculo.crm.consent.ConsentState;
import org.vinculo.crm.consent.LedgerLine;
import org.vinculo.crm.consent.PreferenceSheet;
import org.vinculo.crm.consent.PreferenceSheet.ChannelChoice;
import org.vinculo.crm.consent.PreferenceSheet.PurposeChoice;
import org.vinculo.crm.consent.Source;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.ui.Feedback;

/** The tab of consents and contact preferences. */
@Named("customerConsent")
@ViewScoped
public class ConsentBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int AT_FIRST = 15;
    private static final int MORE = 50;

    @EJB
    private ConsentService service;

    @Inject
    private ViewBacking page;

    @Inject
    private Feedback feedback;

    private PreferenceSheet sheet;
    private Page<LedgerLine> history;
    private int size = AT_FIRST;
    private final ToldForm said = new ToldForm();
    private final ToldForm stop = new ToldForm();
    private String purpose;
    private Channel channel;
    private ConsentState state;

    public PreferenceSheet getSheet() {
        if (sheet == null) {
            sheet = service.sheet(page.getId());
        }
        return sheet;
    }

    public Page<LedgerLine> getHistory() {
        if (history == null) {
            history = service.history(page.getId(), PageRequest.of(0, size));
        }
        return history;
    }

    public void older() {
        size += MORE;
        history = null;
    }

    public boolean isMore() {
        return getHistory().total() > getHistory().items().size();
    }

    public String record() {
        service.record(page.getId(), new ConsentRecord(purpose, channel, state, said.told()));
        return done("consent.view.recorded");
    }

    public String stopMarketing() {
        service.stopMarketing(page.getId(), stop.told());
        return done("consent.view.stopDone");
    }

    public String resumeMarketing() {
        service.resumeMarketing(page.getId(), stop.told());
        return done("consent.view.resumeDone");
    }

    /** Days and hours in words. */
    public String getHours() {
        return service.hours(getSheet());
    }

    /** The channels that reach somebody, the columns of the grid. */
    public List<Channel> getColumns() {
        return Arrays.stream(Channel.values())
                .filter(each -> getSheet().purposes().stream()
                        .anyMatch(row -> row.channel(each).isPresent()))
                .filter(Channel::isAddressed)
                .toList();
    }

    /** Whether a purpose reaches somebody; one that only uses data has no columns. */
    public boolean reaching(PurposeChoice row) {
        return row.channels().stream().anyMatch(each -> each.channel().isAddressed());
    }

    /** What holds for a purpose in a column, or null where the purpose does not use the channel. */
    public ChannelChoice cell(PurposeChoice row, Channel column) {
        return row.channel(column).orElse(null);
    }

    /** Channels to choose from; those of the chosen purpose once there is one. */
    public List<Channel> getChannels() {
        return getSheet().purposes().stream()
                .filter(each -> purpose == null || each.code().equals(purpose))
                .flatMap(each -> each.channels().stream())
                .map(ChannelChoice::channel)
                .distinct()
                .sorted()
                .toList();
    }

    public List<ConsentState> getAnswers() {
        return List.of(ConsentState.GRANTED, ConsentState.DENIED, ConsentState.WITHDRAWN, ConsentState.PENDING);
    }

    public List<Source> getSources() {
        return Arrays.stream(Source.values()).filter(Source::isForStaff).toList();
    }

    private String done(String key) {
        feedback.done(key);
        return "/customers/view?faces-redirect=true&tab=consent&id=" + page.getId();
    }

    public ToldForm getSaid() {
        return said;
    }

    public ToldForm getStop() {
        return stop;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public Channel getChannel() {
        return channel;
    }

    public void setChannel(Channel channel) {
        this.channel = channel;
    }

    public ConsentState getState() {
        return state;
    }

    public void setState(ConsentState state) {
        this.state = state;
    }
}
