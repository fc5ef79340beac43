package org.vinculo.crm.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vinculo.crm.platform.Jobs;

/** Somebody of another module who listens to an event of a room. */
@ApplicationScoped
public class SubmissionListener {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    void submitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) Jobs.Submitted job) {
        heard.add(job.publicId());
    }

    List<String> heard() {
        return heard;
    }
}
