package org.vinculo.crm.backoffice.segments;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vinculo.crm.segment.SegmentOverlap;
import org.vinculo.crm.segment.SegmentService;
import org.vinculo.crm.segment.SegmentView;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** What two to five segments have in common. Which ones is in the address. */
@Named("segmentOverlap")
@RequestScoped
public class OverlapBacking {

    private static final int MOST = 5;
    private static final int OFFERED = 50;

    @EJB
    private SegmentService segments;

    @Inject
    private Viewer viewer;

    private SegmentOverlap overlap;
    private List<String> chosen;

    /** A figure of the table and the customers behind it. */
    public record Cell(long customers, String href, boolean same, String share) {}

    /** A row of the table. */
    public record Row(SegmentView segment, List<Cell> cells, Cell alone) {}

    /** A pair and how much it shares. */
    private record Pair(int one, int other, long customers) {}

    /** A segment that can be ticked. */
    public record Choice(SegmentView segment, boolean chosen) {}

    /** From {@code ?id=A&id=B}, as the form sends it, or {@code ?id=A,B}. */
    private List<String> ids() {
        if (chosen == null) {
            String[] sent = FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getRequestParameterValuesMap()
                    .getOrDefault("id", new String[0]);
            chosen = Stream.of(sent)
                    .flatMap(each -> Arrays.stream(each.split(",", -1)))
                    .filter(each -> each.matches("[A-Za-z0-9_-]{22}"))
                    .distinct()
                    .limit(MOST)
                    .toList();
        }
        return chosen;
    }

    public boolean isComplete() {
        return ids().size() >= 2;
    }

    public SegmentOverlap getOverlap() {
        if (overlap == null) {
            overlap = segments.overlap(ids());
        }
        return overlap;
    }

    public List<Choice> getChoices() {
        return segments.list(null, PageRequest.of(0, OFFERED)).items().stream()
                .filter(SegmentView::usable)
                .map(each -> new Choice(each, ids().contains(each.publicId())))
                .toList();
    }

    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < ids().size(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < ids().size(); column++) {
                cells.add(cell(row, column));
            }
            rows.add(new Row(getOverlap().segments().get(row), cells, alone(row)));
        }
        return rows;
    }

    private Cell cell(int row, int column) {
        long customers = getOverlap().common().get(row).get(column);
        long size = getOverlap().common().get(row).get(row);
        String address = row == column ? ids().get(row) : ids().get(row) + "," + ids().get(column);
        double share = size == 0 ? 0 : (double) customers / size;
        return new Cell(
                customers,
                list(address),
                row == column,
                Texts.text(viewer.getLocale(), "segment.say.percent", Math.round(share * 1000) / 1000.0));
    }

    private Cell alone(int row) {
        String others = IntStream.range(0, ids().size())
                .filter(each -> each != row)
                .mapToObj(each -> ",!" + ids().get(each))
                .collect(Collectors.joining());
        return new Cell(getOverlap().onlyIn().get(row), list(ids().get(row) + others), false, null);
    }

    private static String list(String segment) {
        return "../customers/list?segment=" + segment;
    }

    /** Address of the customers who are in all of them. */
    public String getAllHref() {
        return list(String.join(",", ids()));
    }

    /** Address of the customers who are in at least one of them. */
    public String getAnyHref() {
        return list(String.join("~", ids()));
    }

    /** The two that share most, as a sentence. */
    public String getFinding() {
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < ids().size(); one++) {
            for (int other = one + 1; other < ids().size(); other++) {
                pairs.add(new Pair(one, other, getOverlap().common().get(one).get(other)));
            }
        }
        Optional<Pair> most = pairs.stream().max(Comparator.comparingLong(Pair::customers));
        return most.map(pair -> Texts.text(
                        viewer.getLocale(),
                        "segment.overlap.finding",
                        getOverlap().segments().get(pair.one()).name(),
                        getOverlap().segments().get(pair.other()).name(),
                        pair.customers()))
                .orElse("");
    }
}
