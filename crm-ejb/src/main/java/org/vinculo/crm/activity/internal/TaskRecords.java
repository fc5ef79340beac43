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
import org.vinculo.crm.activity.TaskState;
import org.vinculo.crm.activity.TaskView;
import org.vinculo.crm.activity.entity.Task;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.EntityRecords;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.SearchHit;
import org.vinculo.crm.party.SearchIndex;
import org.vinculo.crm.shared.SqlText;

/** Tasks are found by their title and note, as far as the list of tasks goes; those put away are not. */
@ApplicationScoped
public class TaskRecords extends EntityRecords<Task> {

    @Inject
    TaskBook book;

    @Inject
    Who who;

    public TaskRecords() {
        super(Task.class);
    }

    @Override
    public String kind() {
        return Task.FOUND_AS;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Phrase title() {
        return Phrase.of("activity.task.list.title");
    }

    @Override
    public String icon() {
        return "task";
    }

    @Override
    public Permission permission() {
        return Permission.ACTIVITY_VIEW;
    }

    @Override
    public SqlText reached(CustomerScope scope) {
        return SqlText.empty()
                .sqlPart("exists (select 1 from task t left join customer c on c.id = t.customer_id"
                        + " where t.id = k.record_id and c.deleted_at is null")
                .add(Reach.andReached(
                        scope,
                        SqlText.empty()
                                .sqlPart("t.assignee_id = ")
                                .value(who.own())
                                .sqlPart(" or t.author_id = ")
                                .value(who.own())
                                .sqlPart(" or t.team_id = ")
                                .value(who.ownTeam())))
                .sqlPart(")");
    }

    @Override
    protected Map<Long, SearchHit> shown(List<Task> tasks) {
        List<TaskView> views = book.views(tasks);
        Map<Long, SearchHit> hits = new HashMap<>();
        for (int i = 0; i < views.size(); i++) {
            TaskView view = views.get(i);
            hits.put(
                    tasks.get(i).getId(),
                    new SearchHit(
                            Phrase.value(view.title()),
                            SearchHit.note(
                                    view.customer(),
                                    view.assignee() == null ? view.team() : view.assignee(),
                                    view.dueOn(),
                                    view.state() == TaskState.DONE ? Phrase.of("activity.task.state.DONE") : null),
                            "/tasks/edit",
                            view.publicId()));
        }
        return hits;
    }

    @Override
    protected Predicate present(Root<Task> record, CriteriaBuilder builder) {
        return builder.notEqual(record.get("state"), TaskState.DROPPED);
    }

    @Override
    protected List<SearchIndex.Entry> words(List<Task> tasks) {
        return tasks.stream()
                .map(task -> SearchIndex.Entry.ofWords(
                        task.getId(), task.getCustomerId(), Stream.of(task.getTitle(), task.getNote())))
                .toList();
    }
}
