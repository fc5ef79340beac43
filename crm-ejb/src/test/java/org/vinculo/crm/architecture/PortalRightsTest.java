package org.vinculo.crm.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.ui.PageRules;

/**
 * Which role of an organisation may make which call of the portal and open which page, cell by cell. The letters are
 * those of administrator, buyer, finance, support and viewer. What is not in the tables fails, so that a new call or
 * page is decided about.
 */
class PortalRightsTest {

    private static final String EVERYBODY = "ABFSV";

    private static final String CALLS = """
            MyAppointments.coming ABFSV
            MyAppointments.past ABFSV
            MyData.addNeed AB
            MyData.confirmNeed AB
            MyData.contact ABFSV
            MyData.correct A
            MyData.form A
            MyData.mayCorrect ABFSV
            MyData.mayTellNeeds ABFSV
            MyData.removeNeed AB
            MyData.unreachable ABFSV
            MyData.view ABFSV
            MyDecisions.list A
            MyFields.list ABFSV
            MyFields.save A
            MyMemberships.actFor ABFSV
            MyMemberships.choices ABFSV
            MyMessages.file ABFSV
            MyMessages.mayWrite ABFSV
            MyMessages.open ABFSV
            MyMessages.related ABFSV
            MyMessages.send ABS
            MyMessages.unread ABFSV
            MyPreferences.dispute AB
            MyPreferences.form ABFSV
            MyPreferences.glance ABFSV
            MyPreferences.history ABFSV
            MyPreferences.historyFile ABFSV
            MyPreferences.maySpeak ABFSV
            MyPreferences.resumeMarketing AB
            MyPreferences.save AB
            MyPreferences.sheet ABFSV
            MyPreferences.stopMarketing AB
            MyPrivacy.ask A
            MyPrivacy.askCopy A
            MyPrivacy.copies A
            MyPrivacy.known A
            MyPrivacy.mayAsk ABFSV
            MyPrivacy.openCopy A
            MyPrivacy.requests A
            MyPrivacy.viewers A
            MyPrivacy.withdraw A
            MyPromises.list ABFSV
            MyPromises.open ABFSV
            MyPromises.overdue ABFSV
            MyPurchases.figures ABF
            MyPurchases.get ABF
            MyPurchases.list ABF
            MyPurchases.mayLook ABFSV
            MyTeam.changeRole A
            MyTeam.closeAccount ABFSV
            MyTeam.invite A
            MyTeam.isOrganisation ABFSV
            MyTeam.list ABFSV
            MyTeam.mayManage ABFSV
            MyTeam.remove A
            """;

    /** Pages that are not for everybody who is signed in. */
    private static final Map<String, String> PAGES =
            Map.of("/data/edit.xhtml", "A", "/purchases.xhtml", "ABF", "/purchases/view.xhtml", "ABF");

    private final CurrentCaller caller = new CurrentCaller();

    @AfterEach
    void forget() {
        caller.bind(null);
    }

    @Test
    void everyCallAdmitsTheRolesOfTheTable() {
        Map<String, String> admitted = new TreeMap<>();
        Compiled.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Stateless.class)
                        && Compiled.part(type.getPackageName()).equals("portal"))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !method.isAnnotationPresent(PermitAll.class))
                .forEach(method -> assertThat(admitted.merge(name(method), rolesOf(method), PortalRightsTest::same))
                        .isNotNull());

        assertThat(lines(admitted)).isEqualTo(CALLS.strip());
    }

    @Test
    void everyPageAdmitsTheRolesOfTheTable() throws IOException {
        PageRules rules;
        try (var file = Files.newInputStream(Sources.PORTAL.resolve("webapp/WEB-INF/page-rules.properties"))) {
            rules = PageRules.read(file);
        }
        Set<String> wrong = new TreeSet<>();
        for (String page : rules.pages()) {
            String admitted = roles(role -> rules.admits(page, code -> PageRules.isIn(as(role), code)));
            if (!admitted.equals(PAGES.getOrDefault(page, EVERYBODY))) {
                wrong.add(page + " " + admitted);
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Two calls of one name admit the same roles. */
    private static String same(String one, String other) {
        assertThat(one).isEqualTo(other);
        return one;
    }

    private String rolesOf(Method method) {
        return roles(role -> isAdmitted(method, role));
    }

    /** The right is asked for first: what is behind it is not even there in this test. */
    private boolean isAdmitted(Method method, OrgRole role) {
        caller.bind(as(role));
        try {
            method.invoke(boundary(method.getDeclaringClass()), new Object[method.getParameterCount()]);
            return true;
        } catch (InvocationTargetException refusal) {
            return !(refusal.getCause() instanceof NotAllowed);
        } catch (ReflectiveOperationException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private Object boundary(Class<?> type) throws ReflectiveOperationException {
        Object bean = type.getDeclaredConstructor().newInstance();
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == CurrentCaller.class) {
                field.setAccessible(true);
                field.set(bean, caller);
            }
        }
        return bean;
    }

    private static String roles(java.util.function.Predicate<OrgRole> admitted) {
        return Stream.of(OrgRole.values())
                .filter(admitted)
                .map(role -> role.name().substring(0, 1))
                .collect(Collectors.joining());
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static String lines(Map<String, String> table) {
        return table.entrySet().stream()
                .map(cell -> cell.getKey() + " " + cell.getValue())
                .collect(toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private static Caller as(OrgRole role) {
        return new Caller(
                Caller.Kind.CUSTOMER,
                1L,
                "Rita",
                2L,
                null,
                Map.of(),
                role,
                null,
                null,
                null,
                Locale.ENGLISH,
                ZoneOffset.UTC);
    }
}
