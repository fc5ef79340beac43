package org.vinculo.crm.backoffice.home;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Format;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.ValueList;
import org.vinculo.crm.value.ValueService;
import org.vinculo.crm.value.ValuedCustomer;

/** Customers who fell silent, those first who are worth the most. */
@ApplicationScoped
public class ValuePart implements HomePart {

    private static final int ROWS = 4;

    @EJB
    ValueService values;

    @Inject
    Viewer viewer;

    @Override
    public int order() {
        return 15;
    }

    @Override
    public Optional<HomeCard> card() {
        if (!viewer.permits(Permission.Code.VALUE_VIEW)) {
            return Optional.empty();
        }
        String currency = values.model().map(card -> card.currency()).orElse(null);
        if (currency == null) {
            return Optional.empty();
        }
        List<HomeRow> rows = values.list(ValueList.of(Phase.AT_RISK), PageRequest.of(0, ROWS)).items().stream()
                .map(customer -> row(customer, currency))
                .toList();
        return Optional.of(new HomeCard("value.home.title", false, "/value/customers?phase=AT_RISK", rows));
    }

    private HomeRow row(ValuedCustomer customer, String currency) {
        Locale locale = viewer.getLocale();
        BigDecimal ltv = BigDecimal.valueOf(customer.ltv() == null ? 0 : customer.ltv());
        String worth = new Format(locale, viewer.getZone())
                .money(new Money(ltv.setScale(2, RoundingMode.HALF_EVEN), currency));
        return HomeRow.of(
                        "value",
                        customer.name(),
                        Texts.text(locale, "value.figure.ltv") + " " + worth,
                        null,
                        "/customers/view?id=" + customer.publicId() + "&tab=value")
                .withBadge(Texts.text(locale, "value.home.atRisk"), "cau");
    }
}
