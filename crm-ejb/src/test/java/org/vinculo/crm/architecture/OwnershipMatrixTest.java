package org.vinculo.crm.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.ejb.Stateless;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever carries a reference to a record has a case in which somebody asks for what is not theirs. */
class OwnershipMatrixTest {

    private static final Path CASES =
            Sources.ROOT.resolve("crm-ear/src/test/resources/org/vinculo/crm/it/access/ownership.txt");
    private static final Path TESTS = Sources.ROOT.resolve("crm-ejb/src/test/java/org/vinculo/crm");
    private static final Pattern PARAMETER = Pattern.compile("<f:viewParam\\b[^>]*\\bname=\"([^\"]+)\"");
    private static final Pattern READ =
            Pattern.compile("#\\{param\\.(\\w+)}|getRequestParameterMap\\(|\\.getParameter\\(");
    private static final Set<String> KINDS = Set.of(
            "link", "message", "role", "user", "customer", "interaction", "file", "import", "purchase", "job", "list");
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<String, String> cases = cases();

    @Test
    void everyPageParameterHasACase() throws Exception {
        Set<String> found = new TreeSet<>();
        found.addAll(parameters("STAFF", Sources.BACKOFFICE.resolve("webapp")));
        found.addAll(parameters("CUSTOMER", Sources.PORTAL.resolve("webapp")));

        assertThat(named("page ")).isEqualTo(found);
    }

    /** Request parameters that are read past the view parameters of a page. */
    @Test
    void everyOtherUseOfARequestParameterHasACase() {
        Set<String> found = new TreeSet<>();
        reads("STAFF", "backoffice", Sources.BACKOFFICE, found);
        reads("CUSTOMER", "portal", Sources.PORTAL, found);

        assertThat(named("reads ")).isEqualTo(found);
    }

    private static void reads(String door, String base, Path module, Set<String> found) {
        Path root = module.resolve("java/org/vinculo/crm").resolve(base);
        for (Path file : Sources.files(root, ".java")) {
            String name = root.relativize(file).toString().replace(".java", "").replace('/', '.');
            READ.matcher(Sources.read(file))
                    .results()
                    .forEach(read -> found.add(
                            "reads " + door + " " + name + " " + (read.group(1) == null ? "*" : read.group(1))));
        }
        for (Path page : Sources.files(module.resolve("webapp"), ".xhtml")) {
            assertThat(Sources.read(page)).as(page.toString()).doesNotContainPattern("[{ (!]param[.\\[]");
        }
    }

    @Test
    void everyCallOfThePortalHasACase() {
        Set<String> found = Compiled.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Stateless.class)
                        && Compiled.part(type.getPackageName()).equals("portal"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .map(method -> "portal " + method.getOwner().getSimpleName() + "." + method.getName())
                .collect(toCollection(TreeSet::new));

        assertThat(named("portal ")).isEqualTo(found);
    }

    @Test
    void noArgumentMeansNoArgument() {
        Set<String> wrong = Compiled.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Stateless.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getRawParameterTypes().isEmpty())
                .map(method -> "portal " + method.getOwner().getSimpleName() + "." + method.getName())
                .filter(call -> "none: no argument".equals(cases.get(call)))
                .collect(toCollection(TreeSet::new));

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyOperationOfTheInterfaceHasACase() {
        Set<String> found = new TreeSet<>();
        JsonObject paths = openApi().getJsonObject("paths");
        paths.keySet().forEach(path -> paths.getJsonObject(path).keySet().stream()
                .filter(VERBS::contains)
                .forEach(verb -> found.add("api " + verb.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(named("api ")).isEqualTo(found);
    }

    @Test
    void everyAnswerIsAKindATestOrAReason() {
        Set<String> wrong = new TreeSet<>();
        cases.forEach((what, answer) -> {
            boolean reasoned = answer.startsWith("none: ") && answer.length() > 10;
            if (!reasoned && !KINDS.contains(answer) && !isTest(answer)) {
                wrong.add(what + " = " + answer);
            }
        });

        assertThat(wrong).isEmpty();
    }

    private static boolean isTest(String answer) {
        Matcher test = Pattern.compile("([a-z]+)\\.(\\w+)#(\\w+)").matcher(answer);
        if (!test.matches()) {
            return false;
        }
        Path file = TESTS.resolve(test.group(1)).resolve(test.group(2) + ".java");
        return Files.exists(file) && Sources.read(file).contains("void " + test.group(3) + "(");
    }

    private Set<String> named(String sort) {
        return cases.keySet().stream().filter(name -> name.startsWith(sort)).collect(toCollection(TreeSet::new));
    }

    private static Set<String> parameters(String door, Path webapp) throws Exception {
        Properties rules = new Properties();
        try (var reader = Files.newBufferedReader(webapp.resolve("WEB-INF/page-rules.properties"))) {
            rules.load(reader);
        }
        Set<String> found = new TreeSet<>();
        for (String page : rules.stringPropertyNames()) {
            String name = page.substring(1).replace(".xhtml", "");
            PARAMETER
                    .matcher(Sources.read(webapp.resolve(page.substring(1))))
                    .results()
                    .forEach(parameter -> found.add("page " + door + " " + name + " " + parameter.group(1)));
        }
        return found;
    }

    private static JsonObject openApi() {
        try (JsonReader reader = Json.createReader(
                new StringReader(Sources.read(Sources.BACKOFFICE.resolve("resources/openapi.json"))))) {
            return reader.readObject();
        }
    }

    private static Map<String, String> cases() {
        Map<String, String> all = new TreeMap<>();
        try (Stream<String> lines = Sources.read(CASES).lines()) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                int equals = line.indexOf(" = ");
                assertThat(equals).as(line).isPositive();
                assertThat(all.put(line.substring(0, equals), line.substring(equals + 3)))
                        .as("twice: " + line)
                        .isNull();
            });
        }
        return all;
    }
}
