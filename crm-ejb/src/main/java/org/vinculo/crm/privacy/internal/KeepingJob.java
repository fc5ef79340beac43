package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobHandler;
import org.vinculo.crm.platform.JobStep;

/** Removes what is older than it may become, rule by rule. Running it again removes nothing more. */
@ApplicationScoped
public class KeepingJob implements JobHandler {

    public static final String NAME = "retention";

    private static final int AT_ONCE = 100;

    @Inject
    Keeping keeping;

    @Inject
    CopyDesk copies;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean inBackground() {
        return true;
    }

    /** The checkpoint is the place of the rule and what it removed so far. */
    @Override
    public JobStep step(JobContext context) {
        String[] at = context.checkpoint() == null
                ? new String[] {"0", "0"}
                : context.checkpoint().split(":", 2);
        int place = Integer.parseInt(at[0]);
        long removed = Long.parseLong(at[1]);
        if (place == 0 && removed == 0) {
            copies.expire(AT_ONCE);
        }
        int rules = keeping.rules().size();
        String code = keeping.rules().get(place).code();
        long now = keeping.apply(code, AT_ONCE);
        if (now > 0) {
            return JobStep.more(place + ":" + (removed + now), context.done() + now, 0);
        }
        keeping.ran(code, removed, NAME);
        return place + 1 < rules
                ? JobStep.more((place + 1) + ":0", context.done(), 0)
                : JobStep.finished(context.done());
    }
}
