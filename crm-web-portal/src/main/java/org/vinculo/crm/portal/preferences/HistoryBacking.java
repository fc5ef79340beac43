package org.vinculo.crm.portal.preferences;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.vinculo.crm.consent.portal.MyHistoryLine;
import org.vinculo.crm.consent.portal.MyPreferences;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;

/** What the customer told, and when. */
@Named
@ViewScoped
public class HistoryBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int AT_FIRST = 6;
    private static final int MORE = 20;

    @Inject
    MyPreferences preferences;

    @Inject
    Feedback feedback;

    private List<MyHistoryLine> lines;
    private long total;
    private int size = AT_FIRST;
    private MyHistoryLine disputed;
    private String words;
    private final Once once = new Once();

    @PostConstruct
    public void load() {
        Page<MyHistoryLine> page = preferences.history(PageRequest.of(0, size));
        lines = page.items();
        total = page.total();
    }

    public void more() {
        size += MORE;
        load();
    }

    /** Opens the line for the customer's objection. */
    public void object(MyHistoryLine line) {
        disputed = line;
        words = null;
    }

    public void cancel() {
        disputed = null;
    }

    public String send() {
        return once.run(
                () -> {
                    preferences.dispute(disputed.publicId(), words);
                    feedback.done("portal.preferences.disputeSent");
                    return "/preferences?faces-redirect=true";
                },
                disputed.publicId(),
                words);
    }

    public StreamedContent getFile() {
        byte[] file = preferences.historyFile().getBytes(StandardCharsets.UTF_8);
        return DefaultStreamedContent.builder().name("history.csv").contentType("text/csv; charset=UTF-8").stream(
                        () -> new ByteArrayInputStream(file))
                .build();
    }

    public List<MyHistoryLine> getLines() {
        return lines;
    }

    public boolean isMoreThere() {
        return total > lines.size();
    }

    public MyHistoryLine getDisputed() {
        return disputed;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
