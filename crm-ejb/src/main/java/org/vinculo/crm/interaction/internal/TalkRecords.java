package org.vinculo.crm.interaction.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.document.AttachmentView;
import org.vinculo.crm.document.Attachments;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.interaction.InteractionView;
import org.vinculo.crm.interaction.entity.Interaction;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.EntityRecords;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.SearchHit;
import org.vinculo.crm.party.SearchIndex;

/** Conversations, mails among them, are found by their topic, the names of their files and what was said. */
@ApplicationScoped
public class TalkRecords extends EntityRecords<Interaction> {

    @Inject
    Customers customers;

    @Inject
    Attachments attachments;

    public TalkRecords() {
        super(Interaction.class);
    }

    @Override
    public String kind() {
        return Interaction.FOUND_AS;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Phrase title() {
        return Phrase.of("interaction.list.title");
    }

    @Override
    public String icon() {
        return "chat";
    }

    @Override
    public Permission permission() {
        return Permission.INTERACTION_VIEW;
    }

    @Override
    protected Map<Long, SearchHit> shown(List<Interaction> talks) {
        Map<Long, CustomerRef> people =
                customers.find(talks.stream().map(Interaction::getCustomerId).collect(Collectors.toSet()));
        Map<Long, SearchHit> hits = new HashMap<>();
        for (Interaction talk : talks) {
            InteractionView view = talk.view();
            CustomerRef customer = people.get(talk.getCustomerId());
            hits.put(
                    talk.getId(),
                    new SearchHit(
                            Phrase.value(view.topic()),
                            SearchHit.note(customer.name(), view.startedAt(), view.staff()),
                            "/interactions/view",
                            view.publicId()));
        }
        return hits;
    }

    @Override
    protected Predicate present(Root<Interaction> record, CriteriaBuilder builder) {
        return record.get("deletedAt").isNull();
    }

    @Override
    protected List<SearchIndex.Entry> words(List<Interaction> talks) {
        Map<Long, List<AttachmentView>> files = attachments.lists(
                InteractionFiles.OWNER, talks.stream().map(Interaction::getId).toList());
        return talks.stream()
                .map(talk -> entry(talk, files.getOrDefault(talk.getId(), List.of())))
                .toList();
    }

    private static SearchIndex.Entry entry(Interaction talk, List<AttachmentView> files) {
        InteractionView view = talk.view();
        Stream<String> names = files.stream().map(AttachmentView::name);
        return SearchIndex.Entry.ofWords(
                talk.getId(),
                talk.getCustomerId(),
                Stream.of(Stream.of(view.topic()), names, Stream.ofNullable(view.body()))
                        .flatMap(texts -> texts));
    }
}
