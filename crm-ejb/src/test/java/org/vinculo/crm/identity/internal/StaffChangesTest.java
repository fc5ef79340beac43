package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.SecurityEvent;
import org.vinculo.crm.identity.SecurityEvent.Change;
import org.vinculo.crm.identity.StaffForm;
import org.vinculo.crm.identity.entity.Role;
import org.vinculo.crm.party.PartyTest;

/** What the trail is told when an administrator changes a colleague's account. */
class StaffChangesTest extends PartyTest {

    private final List<SecurityEvent> told = new ArrayList<>();

    @Test
    void everyFieldThatIsOtherwiseIsTold() {
        Role role = new Role(null, "Clerk " + System.nanoTime(), Map.of(Permission.CUSTOMER_VIEW, Scope.OWN));
        em.persist(role);
        south.assign(southTeam, List.of(role));
        em.flush();
        callAs(north, Scope.ALL);
        Journal journal = wire(new Journal(), callers, event(told::add));
        StaffAdministration administration = wire(
                new StaffAdministration(),
                wire(new AccountDirectory(), callers),
                wire(new Grants(), callers),
                journal,
                callers);
        StaffForm form = new StaffForm();
        form.setId(south.getPublicId());
        form.setVersion(south.getVersion());
        form.setEmail(south.getEmail());
        form.setName("Sofia Sul");
        form.setLanguage("es");
        form.setTeamId(northTeam.getPublicId());
        form.setRoleIds(List.of(role.getPublicId()));

        administration.save(form);

        assertThat(told).hasSize(1);
        assertThat(told.get(0).action()).isEqualTo("user.changed");
        assertThat(told.get(0).changes())
                .containsExactly(
                        new Change("name", "south", "Sofia Sul"),
                        new Change("team", southTeam.getName(), northTeam.getName()),
                        new Change("language", "en", "es"));
    }

    private static Event<?> event(Consumer<SecurityEvent> heard) {
        return (Event<?>) Proxy.newProxyInstance(
                StaffChangesTest.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, args) -> {
                    if (method.getName().equals("fire")) {
                        heard.accept((SecurityEvent) args[0]);
                    }
                    return null;
                });
    }
}
