package org.vinculo.crm.backoffice.home;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.ui.Viewer;

/** Collects the cards of all areas for the person who is here. */
@Named
@RequestScoped
public class HomeBacking {

    @Inject
    @Any
    Instance<HomePart> parts;

    @Inject
    Viewer viewer;

    @Inject
    Clock clock;

    private List<HomeCard> cards;

    @PostConstruct
    void load() {
        cards = parts.stream()
                .sorted(Comparator.comparingInt(HomePart::order))
                .map(HomePart::card)
                .flatMap(Optional::stream)
                .filter(card -> !card.rows().isEmpty())
                .toList();
    }

    public String getGreeting() {
        int hour = LocalTime.ofInstant(clock.instant(), viewer.getZone()).getHour();
        if (hour < 5 || hour >= 18) {
            return "ui.home.evening";
        }
        return hour < 12 ? "ui.home.morning" : "ui.home.afternoon";
    }

    public String getFirstName() {
        String name = viewer.getName();
        return name == null ? "" : name.strip().split("\\s+", 2)[0];
    }

    public List<HomeCard> getWork() {
        return cards.stream().filter(card -> !card.aside()).toList();
    }

    public List<HomeCard> getState() {
        return cards.stream().filter(HomeCard::aside).toList();
    }
}
