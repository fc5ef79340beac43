package org.vinculo.crm.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Remote;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.KeepsTicking;
import org.vinculo.crm.shared.TicksInTransaction;

/** Boundary = transaction = authorisation: nothing reaches the data without a role. */
class BoundaryRulesTest {

    /** What people may call who are not signed in, with the reason; every other call needs a role. */
    private static final Map<String, String> OPEN_TO_ALL = Map.ofEntries(
            entry("identity.SignInService.signIn", "the door itself; throttled"),
            entry("identity.SignInService.awaited", "needs the secret of a half session"),
            entry("identity.SignInService.enterCode", "needs the secret of a half session; throttled"),
            entry("identity.SignInService.newEnrolment", "needs the secret of a half session"),
            entry("identity.SignInService.enrol", "needs the secret of a half session"),
            entry("identity.SignInService.signOut", "ends the session whose secret is given"),
            entry("activity.CalendarFeedService.read", "needs the secret of a calendar's address"),
            entry("activity.portal.Invitations.look", "needs the secret of an invitation"),
            entry("activity.portal.Invitations.answer", "needs the secret of an invitation, which works once"),
            entry("party.portal.AddressConfirmation.look", "needs the secret of a link"),
            entry("party.portal.AddressConfirmation.confirm", "needs the secret of a link, which works once"),
            entry("identity.PasswordService.forgot", "says the same whether the address is known; throttled"),
            entry("identity.PasswordService.isResettable", "needs the secret of a link"),
            entry("identity.PasswordService.reset", "needs the secret of a link"),
            entry("identity.InvitationService.register", "says the same whether the address is known; throttled"),
            entry("identity.InvitationService.look", "needs the secret of a link"),
            entry("identity.InvitationService.accept", "needs the secret of a link"),
            entry("identity.AccountService.confirmEmail", "needs the secret of a link"),
            entry("identity.SetupService.isOpen", "needs the secret of the set-up link"),
            entry("identity.SetupService.createFirstAdministrator", "needs the secret of the set-up link"));

    /** Boundaries for whoever is signed in, at either door: they act on the caller's own account only. */
    private static final Set<String> BOTH_DOORS =
            Set.of("identity.AccountService", "identity.PasswordService", "identity.SessionService");

    private static final Set<String> STAFF_ROLES = Stream.concat(
                    Arrays.stream(Permission.values()).map(Permission::code), Stream.of(Permission.Code.STAFF))
            .collect(toCollection(TreeSet::new));

    private static final DescribedPredicate<JavaClass> DOORS = DescribedPredicate.describe(
            "stateless beans in the root or the portal package of a room",
            type -> type.isAnnotatedWith(Stateless.class) && isDoor(type));

    @Test
    void doorsAreBoundaries() {
        classes().that(DOORS).should().beAnnotatedWith(Boundary.class).check(Compiled.CLASSES);
    }

    @Test
    void timersOutliveWhatFails() {
        methods()
                .that()
                .areAnnotatedWith(Schedule.class)
                .should()
                .beDeclaredInClassesThat(DescribedPredicate.describe(
                        "keep ticking", type -> type.tryGetAnnotationOfType(Interceptors.class)
                                .filter(wrapped ->
                                        Arrays.asList(wrapped.value()).contains(KeepsTicking.class))
                                .isPresent()))
                .check(Compiled.CLASSES);
    }

    @Test
    void beansThatRunTheirOwnTransactionsDoNothingInThoseOfOthers() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "tick in transactions", type -> interceptors(type).contains(TicksInTransaction.class)))
                .should()
                .beAnnotatedWith(Schedule.class)
                .check(Compiled.CLASSES);
    }

    private static List<Class<?>> interceptors(JavaClass type) {
        return type.tryGetAnnotationOfType(Interceptors.class)
                .map(wrapped -> List.<Class<?>>of(wrapped.value()))
                .orElse(List.of());
    }

    @Test
    void everyCallNeedsARoleUnlessItIsListed() {
        Set<String> open = doors().flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(BoundaryRulesTest::isOpen)
                .map(method -> shortName(method.getOwner()) + "." + method.getName())
                .collect(toCollection(TreeSet::new));

        assertThat(open).isEqualTo(new TreeSet<>(OPEN_TO_ALL.keySet()));
    }

    @Test
    void doorsSayWhoMayEnterAtTheClass() {
        Set<String> silent = doors().filter(
                        type -> !type.isAnnotatedWith(RolesAllowed.class) && !type.isAnnotatedWith(PermitAll.class))
                .map(BoundaryRulesTest::shortName)
                .collect(toCollection(TreeSet::new));

        assertThat(silent).isEmpty();
    }

    @Test
    void doorsOfThePortalAreForCustomersOnly() {
        Set<String> wrong = new TreeSet<>();

        doors().filter(BoundaryRulesTest::isPortal).forEach(type -> roles(type).stream()
                .filter(role -> !isCustomerRole(role))
                .forEach(role -> wrong.add(type.getFullName() + " lets in " + role)));

        assertThat(wrong).isEmpty();
    }

    @Test
    void otherDoorsAreForStaffOnly() {
        Set<String> wrong = new TreeSet<>();

        doors().filter(type -> !isPortal(type) && !BOTH_DOORS.contains(shortName(type)))
                .forEach(type -> roles(type).stream()
                        .filter(role -> !STAFF_ROLES.contains(role))
                        .forEach(role -> wrong.add(type.getFullName() + " lets in " + role)));

        assertThat(wrong).isEmpty();
    }

    @Test
    void entitiesStayBehindTheDoor() {
        Set<String> leaking = new TreeSet<>();

        doors().flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .forEach(method -> Stream.concat(
                                method.getReturnType().getAllInvolvedRawTypes().stream(),
                                method.getParameterTypes().stream()
                                        .map(JavaType::getAllInvolvedRawTypes)
                                        .flatMap(Set::stream))
                        .filter(type -> type.getPackageName().contains(".entity"))
                        .forEach(type -> leaking.add(method.getFullName() + " shows " + type.getSimpleName())));

        assertThat(leaking).isEmpty();
    }

    @Test
    void beansAreNeitherRemoteNorStateful() {
        noClasses()
                .should()
                .beAnnotatedWith(Remote.class)
                .orShould()
                .beAnnotatedWith(Stateful.class)
                .check(Compiled.CLASSES);
    }

    @Test
    void statelessBeansKeepNoState() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Stateless.class)
                .should(beInjectedOrConstant())
                .check(Compiled.CLASSES);
    }

    private static Stream<JavaClass> doors() {
        return Compiled.CLASSES.that(DOORS).stream();
    }

    private static boolean isOpen(JavaMethod method) {
        if (method.isAnnotatedWith(RolesAllowed.class)) {
            return false;
        }
        return method.isAnnotatedWith(PermitAll.class) || !method.getOwner().isAnnotatedWith(RolesAllowed.class);
    }

    private static String shortName(JavaClass type) {
        return type.getFullName().substring(Compiled.BASE.length() + 1);
    }

    private static boolean isDoor(JavaClass type) {
        return Compiled.part(type.getPackageName()).isEmpty() || isPortal(type);
    }

    private static boolean isPortal(JavaClass type) {
        return Compiled.part(type.getPackageName()).equals("portal");
    }

    private static boolean isCustomerRole(String role) {
        return role.equals(Permission.Code.CUSTOMER)
                || role.startsWith(Permission.Code.CUSTOMER + ".") && !STAFF_ROLES.contains(role);
    }

    private static Set<String> roles(JavaClass type) {
        return Stream.concat(
                        type.tryGetAnnotationOfType(RolesAllowed.class).map(RolesAllowed::value).stream(),
                        type.getMethods().stream()
                                .flatMap(method -> method.tryGetAnnotationOfType(RolesAllowed.class).stream())
                                .map(RolesAllowed::value))
                .flatMap(Arrays::stream)
                .collect(toCollection(TreeSet::new));
    }

    private static ArchCondition<JavaField> beInjectedOrConstant() {
        List<Class<? extends java.lang.annotation.Annotation>> filledByTheContainer =
                List.of(Inject.class, PersistenceContext.class, Resource.class, EJB.class);
        return new ArchCondition<>("be injected or constant") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean injected = filledByTheContainer.stream().anyMatch(field::isAnnotatedWith);
                boolean constant = field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL));
                if (!injected && !constant) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is state"));
                }
            }
        };
    }
}
