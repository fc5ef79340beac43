package org.vinculo.crm.activity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vinculo.crm.activity.PromiseState;
import org.vinculo.crm.activity.PromiseView;
import org.vinculo.crm.activity.entity.Promise;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.EntityRecords;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.SearchHit;
import org.vinculo.crm.party.SearchIndex;
import org.vinculo.crm.shared.SqlText;

/** Promises are found by what was promised and by their note, as far as the list of promises goes. */
@ApplicationScoped
public class PromiseRecords extends EntityRecords<Promise> {

    @Inject
    PromiseBook book;

    @Inject
    Who who;

    public PromiseRecords() {
        super(Promise.class);
    }

    @Override
    public String kind() {
        return Promise.FOUND_AS;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Phrase title() {
        return Phrase.of("activity.promise.list.title");
    }

    @Override
    public String icon() {
        return "flag";
    }

    @Override
    public Permission permission() {
        return Permission.ACTIVITY_VIEW;
    }

    @Override
    public SqlText reached(CustomerScope scope) {
        return SqlText.empty()
                .sqlPart("exists (select 1 from promise p inner join customer c on c.id = p.customer_id"
                        + " where p.id = k.record_id and c.deleted_at is null")
                .add(Reach.andReached(
                        scope, SqlText.empty().sqlPart("p.owner_id = ").value(who.own())))
                .sqlPart(")");
    }

    @Override
    protected Map<Long, SearchHit> shown(List<Promise> promises) {
        List<PromiseView> views = book.views(promises);
        Map<Long, SearchHit> hits = new HashMap<>();
        for (int i = 0; i < views.size(); i++) {
            PromiseView view = views.get(i);
            hits.put(
                    promises.get(i).getId(),
                    new SearchHit(
                            Phrase.value(view.what()),
                            SearchHit.note(
                                    view.customer(),
                                    view.owner(),
                                    view.dueOn(),
                                    view.state() == PromiseState.OPEN
                                            ? null
                                            : Phrase.of("activity.promise.word." + view.state())),
                            "/promises/edit",
                            view.publicId()));
        }
        return hits;
    }

    @Override
    protected Predicate present(Root<Promise> record, CriteriaBuilder builder) {
        return builder.conjunction();
    }

    @Override
    protected List<SearchIndex.Entry> words(List<Promise> promises) {
        return promises.stream()
                .map(promise -> SearchIndex.Entry.ofWords(
                        promise.getId(), promise.getCustomerId(), Stream.of(promise.getWhat(), promise.getNote())))
                .toList();
    }
}
