package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.party.CustomerMerger;
import org.vinculo.crm.party.MergeRun;

/** Conversations are the survivor's; the day of the last one is read anew. */
@ApplicationScoped
public class InteractionMerger implements CustomerMerger {

    private static final String INTERACTION = "interaction";
    private static final String MAIL = "mail_message";
    private static final String READ = "message_read";
    private static final String LAST = "last_contact";

    @Inject
    LastContacts contacts;

    @Override
    public Set<String> tables() {
        return Set.of(INTERACTION, MAIL, READ, LAST);
    }

    @Override
    public void merge(MergeRun run) {
        run.move(INTERACTION);
        run.move(MAIL);
        run.moveUnlike(READ, "account_id");
        run.remove(LAST);
        contacts.follow(run.survivor());
    }

    @Override
    public void split(MergeRun run) {
        contacts.follow(List.of(run.survivor(), run.merged()));
    }
}
