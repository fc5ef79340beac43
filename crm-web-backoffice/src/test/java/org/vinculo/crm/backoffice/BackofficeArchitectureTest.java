package org.vinculo.crm.backoffice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.EntityManager;
import java.io.ObjectInputStream;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Pages and the API use the rooms through their doors for staff. */
class BackofficeArchitectureTest {

    private static final String OWN = "org.vinculo.crm.backoffice";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void allClassesAreBelowThePackageOfTheModule() {
        assertThat(CLASSES).as("compiled classes").isNotEmpty();
        assertThat(CLASSES).allMatch(type -> type.getPackageName().startsWith(OWN));
    }

    @Test
    void roomsAreEnteredThroughTheirDoorForStaff() {
        assertThat(usedPackages()).allMatch(name -> name.matches("org\\.vinculo\\.crm\\.(\\w+|ui\\.account)"));
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

    /** A file that is handed out carries what the filters wrote: that nobody guesses what it is, keeps it or frames it. */
    @Test
    void headersOfTheFiltersAreNotThrownAway() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "responseReset or reset of a response",
                        call -> call.getName().equals("responseReset")
                                || call.getName().equals("reset")
                                        && call.getTargetOwner().isAssignableTo("jakarta.servlet.ServletResponse")))
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

    /** The packages of other modules that the classes here use. */
    private static Set<String> usedPackages() {
        return CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(name -> name.startsWith("org.vinculo.crm.") && !(name + ".").startsWith(OWN + "."))
                .collect(toCollection(TreeSet::new));
    }
}
