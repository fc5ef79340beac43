package org.vinculo.crm.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import java.io.ObjectInputStream;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Permission;

/** The pages of customers reach nothing but what is meant for customers. */
class PortalArchitectureTest {

    private static final String OWN = "org.vinculo.crm.portal";
    private static final Set<String> OPEN_TO_BOTH = Set.of(
            "org.vinculo.crm.shared", "org.vinculo.crm.identity", "org.vinculo.crm.ui", "org.vinculo.crm.ui.account");
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void allClassesAreBelowThePackageOfTheModule() {
        assertThat(CLASSES).as("compiled classes").isNotEmpty();
        assertThat(CLASSES).allMatch(type -> type.getPackageName().startsWith(OWN));
    }

    @Test
    void roomsAreEnteredThroughTheirDoorForCustomers() {
        assertThat(usedPackages())
                .allMatch(
                        name -> name.matches("org\\.vinculo\\.crm\\.\\w+(\\.portal)?") || OPEN_TO_BOTH.contains(name));
    }

    /** Both doors speak in the same values; what can act stands behind one door only. */
    @Test
    void besidesItsDoorARoomGivesValuesOnly() {
        Set<String> acting = usedTypes()
                .filter(type -> type.getPackageName().matches("org\\.vinculo\\.crm\\.\\w+"))
                .filter(type -> !OPEN_TO_BOTH.contains(type.getPackageName()))
                .filter(type -> type.getAllFields().stream().anyMatch(PortalArchitectureTest::isInjected)
                        || type.getAnnotations().stream().anyMatch(PortalArchitectureTest::isOfBeans))
                .map(JavaClass::getFullName)
                .collect(toCollection(TreeSet::new));

        assertThat(acting).isEmpty();
    }

    private static boolean isInjected(JavaField field) {
        return field.getAnnotations().stream().anyMatch(PortalArchitectureTest::isOfBeans);
    }

    private static boolean isOfBeans(JavaAnnotation<?> annotation) {
        return annotation.getRawType().getPackageName().startsWith("jakarta.");
    }

    /** Sign-in and shared user interface; identity keeps its boundaries for customers in its portal package too. */
    @Test
    void noBoundaryForStaffIsUsed() {
        Set<String> staff = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .filter(type -> type.isAnnotatedWith(Stateless.class) && type.isAnnotatedWith(RolesAllowed.class))
                .filter(type -> Arrays.stream(
                                type.getAnnotationOfType(RolesAllowed.class).value())
                        .noneMatch(PortalArchitectureTest::isCustomerRole))
                .map(JavaClass::getFullName)
                .collect(toCollection(TreeSet::new));

        assertThat(staff).isEmpty();
    }

    @Test
    void nothingHereTouchesTheDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void nothingIsDeserialised() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .check(CLASSES);
    }

    /** No address that somebody typed is ever opened by the server. */
    @Test
    void nothingIsFetchedForAnybody() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "jakarta.ws.rs.client..", "javax.imageio..", "org.jsoup..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(URLConnection.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Socket.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(SocketChannel.class)
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "opening a URL",
                        call -> call.getTargetOwner().isEquivalentTo(URL.class)
                                && call.getName().matches("open.*|getContent")))
                .check(CLASSES);
    }

    @Test
    void expressionsAreNotBuiltFromData() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "ExpressionFactory.create…Expression with a text to evaluate",
                        call -> call.getTargetOwner().isAssignableTo("jakarta.el.ExpressionFactory")
                                && call.getName().startsWith("create")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(String.class))))
                .orShould()
                .callMethodWhere(DescribedPredicate.describe("Application.evaluateExpressionGet", call -> call.getName()
                        .equals("evaluateExpressionGet")))
                .check(CLASSES);
    }

    @Test
    void nothingIsPrintedOrStarted() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .check(CLASSES);
    }

    private static boolean isCustomerRole(String role) {
        return role.equals(Permission.Code.CUSTOMER)
                || role.startsWith(Permission.Code.CUSTOMER + ".")
                        && Permission.ofCode(role).isEmpty();
    }

    /** The packages of other modules that the classes here use. */
    private static Set<String> usedPackages() {
        return usedTypes().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));
    }

    private static Stream<JavaClass> usedTypes() {
        return CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .filter(type -> type.getPackageName().startsWith("org.vinculo.crm.")
                        && !(type.getPackageName() + ".").startsWith(OWN + "."));
    }
}
