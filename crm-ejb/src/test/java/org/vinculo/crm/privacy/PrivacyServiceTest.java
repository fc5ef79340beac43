package org.vinculo.crm.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.party.OwnerNotice;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.privacy.internal.RequestDesk;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

/** Staff who answer requests about personal data. */
class PrivacyServiceTest extends PartyTest {

    private PrivacyService privacy;

    @BeforeEach
    void furnish() {
        Settings settings = Settings.of(Map.of());
        Outbox outbox = wire(new Outbox(), settings);
        OwnerNotice notice = wire(new OwnerNotice(), customers, wire(new StaffDirectory()), outbox, settings);
        RequestDesk desk =
                wire(new RequestDesk(), callers, settings, customers, outbox, notice, wire(new AuditLog(), callers));
        privacy = wire(new PrivacyService(), customers, callers, desk);
    }

    @Test
    void requestOfACustomerOutOfReachDoesNotExist() {
        String ana = service.create(person("Ana", "Lima")).ref().publicId();
        String request = privacy.receive(ana, RequestKind.ACCESS, null).publicId();
        flushAndClear();
        callAs(south, Scope.OWN);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> privacy.get(request)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> privacy.answer(request, "x")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> privacy.of(ana)).isInstanceOf(NotFound.class);
        });
    }

    @Test
    void theMostUrgentRequestStandsFirstAndAnAnswerEndsIt() {
        String ana = service.create(person("Ana", "Lima")).ref().publicId();
        String request = privacy.receive(ana, RequestKind.ACCESS, null).publicId();
        em.flush();

        assertThat(privacy.counts()[0]).isPositive();
        List<RequestView> open = privacy.list(true, PageRequest.of(0, 100)).items();
        assertThat(open).extracting(RequestView::dueOn).isSortedAccordingTo(LocalDate::compareTo);
        privacy.answer(request, "Here it is");
        em.flush();

        assertThat(privacy.get(request).state()).isEqualTo(RequestState.DONE);
        assertThatThrownBy(() -> privacy.answer(request, "again")).isInstanceOf(NotFound.class);
    }
}
