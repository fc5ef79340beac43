package org.vinculo.crm.portal.home;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.activity.portal.MyPromise;
import org.vinculo.crm.activity.portal.MyPromises;
import org.vinculo.crm.consent.portal.MyGlance;
import org.vinculo.crm.consent.portal.MyPreferences;
import org.vinculo.crm.interaction.portal.MyMessages;
import org.vinculo.crm.party.portal.MyContact;
import org.vinculo.crm.party.portal.MyData;
import org.vinculo.crm.purchase.portal.MyPurchase;
import org.vinculo.crm.purchase.portal.MyPurchases;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.ui.Viewer;

/** Where a customer arrives: what waits for them, what they bought last, how they are reached and by whom. */
@Named
@RequestScoped
public class HomeBacking {

    private static final int LAST = 3;
    private static final Duration SOON = Duration.ofDays(45);

    @Inject
    MyPreferences preferences;

    @Inject
    MyPurchases purchases;

    @Inject
    MyPromises promises;

    @Inject
    MyData data;

    @Inject
    MyMessages messages;

    @Inject
    Viewer viewer;

    @Inject
    Clock clock;

    private MyGlance glance;
    private List<MyPurchase> last;
    private boolean buys;
    private boolean speaks;
    private boolean writes;
    private Page<MyPromise> promised;
    private MyContact contact;
    private List<Waiting> waiting;

    /**
     * Something that waits for the customer.
     *
     * @param key texts {@code portal.home.waiting.<key>.title}, {@code .text} and {@code .action}
     * @param outcome page where it is done
     */
    public record Waiting(String key, String outcome) {

        public String title() {
            return text(".title");
        }

        public String text() {
            return text(".text");
        }

        public String action() {
            return text(".action");
        }

        private String text(String part) {
            return "portal.home.waiting." + key + part;
        }
    }

    @PostConstruct
    void load() {
        glance = preferences.glance();
        buys = purchases.mayLook();
        last = buys ? purchases.list(PageRequest.of(0, LAST)).items() : List.of();
        speaks = preferences.maySpeak();
        writes = messages.mayWrite();
        promised = promises.list(PageRequest.of(0, LAST));
        contact = data.contact().orElse(null);
        waiting = findWaiting();
    }

    private List<Waiting> findWaiting() {
        List<Waiting> found = new ArrayList<>();
        if (messages.unread() > 0) {
            found.add(new Waiting("message", "/messages"));
        }
        if (!glance.chosen() && speaks) {
            found.add(new Waiting("preferences", "/preferences"));
        }
        if (data.mayCorrect() && data.unreachable()) {
            found.add(new Waiting("address", "/data"));
        }
        if (speaks
                && glance.endsNext() != null
                && glance.endsNext().isBefore(clock.instant().plus(SOON))) {
            found.add(new Waiting("ending", "/preferences"));
        }
        return found;
    }

    public String getGreeting() {
        int hour = LocalTime.ofInstant(clock.instant(), viewer.getZone()).getHour();
        if (hour < 5 || hour >= 18) {
            return "ui.home.evening";
        }
        return hour < 12 ? "ui.home.morning" : "ui.home.afternoon";
    }

    public String getFirstName() {
        return firstName(viewer.getName());
    }

    public String getContactFirstName() {
        return firstName(contact.name());
    }

    public Waiting getFirst() {
        return waiting.isEmpty() ? null : waiting.get(0);
    }

    /** What waits behind the first. */
    public List<Waiting> getAlsoWaiting() {
        return waiting.isEmpty() ? List.of() : waiting.subList(1, waiting.size());
    }

    public List<Waiting> getWaiting() {
        return waiting;
    }

    public MyGlance getGlance() {
        return glance;
    }

    public List<MyPurchase> getLast() {
        return last;
    }

    /** Whether the viewer's role sees purchases. */
    public boolean isBuys() {
        return buys;
    }

    /** Whether the viewer's role decides how the customer is reached. */
    public boolean isSpeaks() {
        return speaks;
    }

    /** Whether the viewer's role writes messages. */
    public boolean isWrites() {
        return writes;
    }

    public Page<MyPromise> getPromised() {
        return promised;
    }

    /** The next ones due, at most three. */
    public List<MyPromise> getOpenPromises() {
        return promised.items().stream().filter(MyPromise::open).toList();
    }

    public MyContact getContact() {
        return contact;
    }

    private static String firstName(String name) {
        return name == null ? "" : name.strip().split("\\s+", 2)[0];
    }
}
