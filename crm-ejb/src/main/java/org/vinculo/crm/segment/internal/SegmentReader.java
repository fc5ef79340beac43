package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.segment.SegmentCondition;
import org.vinculo.crm.segment.SegmentField;
import org.vinculo.crm.segment.SegmentMember;
import org.vinculo.crm.segment.SegmentOption;
import org.vinculo.crm.segment.SegmentOverlap;
import org.vinculo.crm.segment.SegmentPreview;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.segment.SegmentSlice;
import org.vinculo.crm.segment.SegmentView;
import org.vinculo.crm.segment.entity.Segment;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.value.FigureCurrency;

/** Answers who is in a segment. */
@ApplicationScoped
public class SegmentReader {

    private static final int FIRST_ONES = 8;
    private static final int MOST_ON_A_CUSTOMER = 40;
    private static final int MOST_COMPARED = 5;

    @Inject
    CurrentCaller caller;

    @Inject
    Customers customers;

    @Inject
    SegmentBook book;

    @Inject
    SegmentStore store;

    @Inject
    SegmentSql sql;

    @Inject
    SegmentWords words;

    @Inject
    RuleCheck check;

    @Inject
    ChoiceReader choices;

    @Inject
    FigureCurrency currency;

    public Page<SegmentView> page(String name, PageRequest request) {
        Page<Segment> page = book.page(name, request);
        return new Page<>(book.views(page.items()), page.total(), false);
    }

    public SegmentView get(String publicId) {
        return book.view(book.require(publicId));
    }

    public SegmentPreview look(String publicId) {
        Segment segment = book.requireUsable(publicId);
        SegmentPreview preview = preview(book.rule(segment), store.criterion(segment));
        if (store.reachesEverybody(book.rule(segment))) {
            store.counted(segment, preview.members());
        }
        return preview;
    }

    public SegmentPreview preview(SegmentRule rule) {
        check.complete(rule);
        check.permitted(rule);
        return preview(rule, sql.of(rule));
    }

    private SegmentPreview preview(SegmentRule rule, SqlText criterion) {
        CustomerScope reach = store.reach(rule.permissions());
        return new SegmentPreview(
                words.sentence(rule),
                store.count(criterion, reach),
                store.count(SqlText.empty().sqlPart("1 = 1"), reach),
                store.members(criterion, reach, null, FIRST_ONES));
    }

    public Optional<String> problem(SegmentCondition condition) {
        return Optional.ofNullable(check.problem(condition));
    }

    public SegmentSlice members(String publicId, String after, int limit) {
        Segment segment = book.requireUsable(publicId);
        SegmentStore.Place place =
                after == null ? null : store.place(after).orElseThrow(() -> InvalidInput.field("cursor", "invalid"));
        CustomerScope reach = store.reach(book.rule(segment).permissions());
        List<SegmentMember> found = store.members(store.criterion(segment), reach, place, limit + 1);
        boolean more = found.size() > limit;
        List<SegmentMember> shown = more ? found.subList(0, limit) : found;
        return new SegmentSlice(shown, more ? shown.get(limit - 1).publicId() : null);
    }

    public SegmentOverlap overlap(List<String> publicIds) {
        List<String> ids = publicIds.stream().distinct().toList();
        if (ids.size() < 2 || ids.size() > MOST_COMPARED) {
            throw InvalidInput.field("segments", "segment.error.compared", MOST_COMPARED);
        }
        List<Segment> segments = ids.stream().map(book::requireUsable).toList();
        Set<Permission> permissions = new HashSet<>();
        segments.forEach(segment -> permissions.addAll(book.rule(segment).permissions()));
        List<long[]> found =
                store.combinations(segments.stream().map(store::criterion).toList(), store.reach(permissions));
        List<List<Long>> common = new ArrayList<>();
        List<Long> onlyIn = new ArrayList<>();
        for (int row = 0; row < segments.size(); row++) {
            List<Long> counts = new ArrayList<>();
            for (int column = 0; column < segments.size(); column++) {
                counts.add(sum(found, (1L << row) | (1L << column)));
            }
            common.add(List.copyOf(counts));
            long alone = 1L << row;
            onlyIn.add(found.stream()
                    .filter(each -> each[0] == alone)
                    .mapToLong(each -> each[1])
                    .sum());
        }
        return new SegmentOverlap(
                book.views(segments),
                common,
                sum(found, (1L << segments.size()) - 1),
                found.stream().mapToLong(each -> each[1]).sum(),
                onlyIn);
    }

    /** Customers who are in all of the segments of the bits. */
    private static long sum(List<long[]> found, long bits) {
        return found.stream()
                .filter(each -> (each[0] & bits) == bits)
                .mapToLong(each -> each[1])
                .sum();
    }

    public List<SegmentView> of(CustomerRef customer) {
        List<Segment> usable = book.usable(MOST_ON_A_CUSTOMER).stream()
                .filter(segment -> book.rule(segment).permissions().stream()
                        .allMatch(permission -> customers.reaches(customer.id(), permission)))
                .toList();
        List<Integer> places = store.of(customer.id(), usable);
        return book.views(places.stream().sorted().map(usable::get).toList());
    }

    public List<SegmentField> fields() {
        return Arrays.stream(SegmentField.values())
                .filter(field -> caller.has(field.permission()))
                .toList();
    }

    public List<SegmentOption> options(SegmentField field) {
        return caller.has(field.permission()) ? choices.of(field) : List.of();
    }

    public List<SegmentOption> purposes() {
        return choices.purposes().stream()
                .map(code -> new SegmentOption(code, words.purpose(code)))
                .toList();
    }

    public String currency() {
        return currency.present();
    }
}
