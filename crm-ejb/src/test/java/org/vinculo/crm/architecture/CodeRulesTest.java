package org.vinculo.crm.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.shared.FreshStatement;

/** What no class of the application does. */
class CodeRulesTest {

    /** Entities that nobody edits, with the reason; all others carry a version. */
    private static final Map<String, String> NOT_EDITED = Map.of(
            "org.vinculo.crm.audit.entity.AuditEntry", "the trail is evidence",
            "org.vinculo.crm.audit.entity.RecordView", "a counter that statements count up",
            "org.vinculo.crm.consent.entity.ConsentEvidence", "the ledger of consents is evidence",
            "org.vinculo.crm.consent.entity.ConsentWording", "what was read before a consent never changes",
            "org.vinculo.crm.identity.entity.FirstAdministrator", "one row, written once",
            "org.vinculo.crm.identity.entity.SignInEntry", "the log of sign-ins is evidence",
            "org.vinculo.crm.identity.entity.ThrottleCounter", "counted under the lock of its row",
            "org.vinculo.crm.value.entity.CustomerValue", "figures that the refresh alone makes");

    @Test
    void noOperatingSystemCommands() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "Runtime.exec",
                        call -> call.getName().equals("exec")
                                && call.getTargetOwner().isEquivalentTo(Runtime.class)))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(Compiled.CLASSES);
    }

    @Test
    void nothingIsDeserialised() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .check(Compiled.CLASSES);
    }

    /** No address that somebody typed is ever opened by the server: only what an administrator set up is reached. */
    @Test
    void nothingIsFetchedForAnybody() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.vinculo.crm.document.internal.VirusScanner")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs.client..")
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
                                && Set.of("openStream", "openConnection", "getContent")
                                        .contains(call.getName())))
                .check(Compiled.CLASSES);
    }

    @Test
    void randomnessIsUnpredictable() {
        noClasses()
                .that(resideOutside("org.vinculo.crm.demo.."))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("predictable generators", type -> Set.of(
                                Random.class.getName(),
                                "java.util.SplittableRandom",
                                "java.util.concurrent.ThreadLocalRandom")
                        .contains(type.getName())))
                .orShould()
                .callMethod(Math.class, "random")
                .because("tokens and ids come from SecureRandom; only the demo company wants the same dice every time")
                .check(Compiled.CLASSES);
    }

    @Test
    void nothingPrintsToTheConsole() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(Compiled.CLASSES);
    }

    @Test
    void nobodyTakesAStatementThatStillHoldsRowsOfSomebodyElse() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(FreshStatement.class)
                .should()
                .callMethod(Connection.class, "prepareStatement", String.class)
                .because("the pool does not empty the statements that it keeps")
                .check(Compiled.CLASSES);
    }

    @Test
    void nobodyLooksForTheProviderOfJsonAtEachCall() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(jakarta.json.Json.class)
                .because("shared.Json does the same by one provider")
                .check(Compiled.CLASSES);
    }

    @Test
    void onlySettingsReadConfiguration() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.vinculo.crm.platform.Settings")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.microprofile.config..")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(Compiled.CLASSES);
    }

    @Test
    void timeComesFromTheClock() {
        Set<String> calls = Compiled.CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class))
                        || call.getName().equals("currentTimeMillis")
                                && call.getTargetOwner().isEquivalentTo(System.class))
                .map(call -> call.getOrigin().getFullName() + " calls "
                        + call.getTarget().getFullName())
                .collect(toCollection(TreeSet::new));

        assertThat(calls).isEmpty();
    }

    @Test
    void timeIsNotKeptInOldTypes() {
        noClasses()
                .that(resideOutside("org.vinculo.crm.ui.."))
                .and()
                .doNotHaveFullyQualifiedName("org.vinculo.crm.shared.Texts")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.text.SimpleDateFormat")
                .check(Compiled.CLASSES);
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
                .check(Compiled.CLASSES);
    }

    /** Values of statements are people's data and secrets, and the schema is Flyway's alone. */
    @Test
    void thePersistenceUnitLogsNoValuesAndMakesNoTables() throws IOException {
        try (InputStream unit = CodeRulesTest.class.getResourceAsStream("/META-INF/persistence.xml")) {
            String xml = new String(unit.readAllBytes(), UTF_8);
            assertThat(xml)
                    .contains("name=\"eclipselink.logging.parameters\" value=\"false\"")
                    .contains("name=\"jakarta.persistence.schema-generation.database.action\" value=\"none\"")
                    .doesNotContain("eclipselink.logging.level", "eclipselink.ddl-generation");
        }
    }

    @Test
    void entitiesHaveAVersion() {
        Set<String> unversioned = Compiled.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .filter(type -> Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
                        .flatMap(level -> level.getFields().stream())
                        .noneMatch(field -> field.isAnnotatedWith(Version.class)))
                .map(JavaClass::getFullName)
                .collect(toCollection(TreeSet::new));

        assertThat(unversioned).isEqualTo(new TreeSet<>(NOT_EDITED.keySet()));
    }

    @Test
    void entitiesLiveInTheirRoom() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .resideInAPackage("org.vinculo.crm.*.entity")
                .check(Compiled.CLASSES);
    }

    @Test
    void moneyIsNeverFloating() {
        fields().that()
                .areDeclaredInClassesThat(
                        DescribedPredicate.or(resideInAPackage("..entity.."), assignableTo(Record.class)))
                .and(namedLikeMoney())
                .should()
                .notHaveRawType(DescribedPredicate.describe(
                        "floating point", type -> Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                                .contains(type.getName())))
                .check(Compiled.CLASSES);
    }

    private static DescribedPredicate<JavaField> namedLikeMoney() {
        return DescribedPredicate.describe("named like money", field -> field.getName()
                .matches("(?i).*(amount|price|cost|total|money|revenue|discount|balance|spend|turnover).*"));
    }

    private static DescribedPredicate<JavaClass> resideOutside(String packages) {
        return DescribedPredicate.not(resideInAPackage(packages));
    }
}
