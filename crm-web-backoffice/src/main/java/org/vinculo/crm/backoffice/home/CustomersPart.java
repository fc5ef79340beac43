package org.vinculo.crm.backoffice.home;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerList;
import org.vinculo.crm.party.CustomerList.Ownership;
import org.vinculo.crm.party.CustomerRow;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.party.CustomerSort;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SortBy;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Viewer;

/** The customers I look after, latest change first; for somebody who looks after none, those of everybody. */
@ApplicationScoped
public class CustomersPart implements HomePart {

    private static final int ROWS = 8;

    @EJB
    CustomerService customers;

    @Inject
    Viewer viewer;

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<HomeCard> card() {
        if (!viewer.permits(Permission.Code.CUSTOMER_VIEW)) {
            return Optional.empty();
        }
        Page<CustomerRow> mine = latest(Ownership.ME);
        if (!mine.items().isEmpty()) {
            return Optional.of(card("ui.home.mine", mine, "/customers/list?owner=ME&sort=-changedAt"));
        }
        return Optional.of(card("ui.home.latest", latest(null), "/customers/list?sort=-changedAt"));
    }

    private Page<CustomerRow> latest(Ownership owner) {
        CustomerList wanted = new CustomerList(null, null, null, null, owner, null, null, null, null, false);
        return customers.list(wanted, new PageRequest(0, ROWS, new SortBy(CustomerSort.CHANGED.field(), false)));
    }

    private HomeCard card(String title, Page<CustomerRow> page, String more) {
        List<HomeRow> rows = new ArrayList<>();
        page.items().forEach(row -> rows.add(row(row)));
        return new HomeCard(title, false, more, rows);
    }

    private HomeRow row(CustomerRow row) {
        String stage = Texts.text(viewer.getLocale(), "party.stage." + row.stage());
        String note = Stream.of(stage, row.city(), row.owner())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
        return HomeRow.of(
                row.kind() == CustomerKind.PERSON ? "user" : "building",
                row.name(),
                note,
                row.changedAt(),
                "/customers/view?id=" + row.publicId());
    }
}
