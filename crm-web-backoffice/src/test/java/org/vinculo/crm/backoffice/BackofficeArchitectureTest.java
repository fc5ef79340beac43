package org.vinculo.crm.backoffice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.EntityManager;
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
