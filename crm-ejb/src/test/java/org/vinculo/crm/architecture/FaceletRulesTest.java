package org.vinculo.crm.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Permission;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What every page, fragment and tag file keeps to. */
class FaceletRulesTest {

    private static final String HTML = "http://www.w3.org/1999/xhtml";
    private static final String OURS = "http://vinculo.org/ui";
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{(?:[^{}']|'[^']*'|\\{[^{}]*\\})*\\}");
    private static final Set<String> SHOWN_TO_PEOPLE = Set.of(
            "label",
            "title",
            "alt",
            "placeholder",
            "aria-label",
            "header",
            "headerText",
            "footerText",
            "summary",
            "lead",
            "help",
            "note",
            "emptyMessage",
            "requiredMessage",
            "validatorMessage",
            "converterMessage",
            "itemLabel");
    private static final Set<String> NEEDS_AN_ID = Set.of(
            "form",
            "commandButton",
            "commandLink",
            "inputText",
            "inputTextarea",
            "inputSecret",
            "inputFile",
            "inputNumber",
            "inputMask",
            "password",
            "selectOneMenu",
            "selectOneRadio",
            "selectBooleanCheckbox",
            "selectManyCheckbox",
            "toggleSwitch",
            "autoComplete",
            "datePicker",
            "fileUpload",
            "dataTable");
    private static final Set<String> NOT_FOR_READING = Set.of("script", "style", "kbd", "code");

    private final Set<String> violations = new TreeSet<>();

    @Test
    void everyPageHasARuleAndEveryRuleAPage() {
        pagesHaveRules(Sources.BACKOFFICE, "staff");
        pagesHaveRules(Sources.PORTAL, "customer");

        assertThat(violations).isEmpty();
    }

    /** Only pages that the guard knows take bodies as large as files: a form for files elsewhere would take none. */
    @Test
    void pagesWithFilesAreThoseThatTheGuardKnows() {
        for (Path module : List.of(Sources.BACKOFFICE, Sources.PORTAL)) {
            Path webapp = module.resolve("webapp");
            Set<String> withFiles = Sources.files(webapp, ".xhtml").stream()
                    .filter(file -> Sources.read(file).contains("multipart/form-data"))
                    .map(file -> "/" + webapp.relativize(file).toString().replace('\\', '/'))
                    .map(page -> page.equals("/WEB-INF/customers/messages-tab.xhtml") ? "/customers/view.xhtml" : page)
                    .map(page -> page.replace(".xhtml", ""))
                    .collect(toCollection(TreeSet::new));
            String known = Sources.read(webapp.resolve("WEB-INF/web.xml"))
                    .replaceAll("(?s).*<param-name>uploads</param-name>\\s*<param-value>([^<]*)</param-value>.*", "$1");

            assertThat(new TreeSet<>(List.of(known.strip().split("\\s+")))).isEqualTo(withFiles);
        }
    }

    @Test
    void nothingIsShownUnescaped() {
        everyElement((element, attributes) -> {
            if ("false".equals(attributes.getValue("escape"))) {
                element.violates("escape=\"false\"");
            }
        });

        assertThat(violations).isEmpty();
    }

    /** What is typed is text: there is no field whose markup would have to be cleaned. */
    @Test
    void nobodyTypesMarkup() {
        everyElement((element, attributes) -> {
            if (element.name.equals("textEditor") || element.name.equals("editor")) {
                element.violates(element.name);
            }
        });

        assertThat(violations).isEmpty();
    }

    /** The state of a page stays on the server; if it ever went out, it would be sealed. */
    @Test
    void theStateOfPagesIsNeverOpenToTheReader() throws IOException {
        for (Path module : List.of(Sources.BACKOFFICE, Sources.PORTAL)) {
            String descriptor = Files.readString(module.resolve("webapp/WEB-INF/web.xml"));
            assertThat(descriptor)
                    .doesNotContainIgnoringCase("disableClientStateEncryption")
                    .doesNotContainPattern("STATE_SAVING_METHOD</param-name>\\s*<param-value>client");
        }
    }

    /** Elsewhere pages tell who looks at them what is wrong with them. */
    @Test
    void pagesRunAsInProduction() throws IOException {
        for (Path module : List.of(Sources.BACKOFFICE, Sources.PORTAL)) {
            assertThat(Files.readString(module.resolve("webapp/WEB-INF/web.xml")))
                    .containsPattern("<param-name>jakarta\\.faces\\.PROJECT_STAGE</param-name>\\s*"
                            + "<param-value>Production</param-value>")
                    .doesNotContain("jsf/ProjectStage");
        }
    }

    @Test
    void noStyleOrScriptIsWrittenIntoAPage() {
        everyElement((element, attributes) -> {
            boolean html = !element.uri.equals(OURS);
            if (html && attributes.getValue("style") != null) {
                element.violates("style attribute");
            }
            if (element.name.equals("style")
                    || element.name.equals("script") && attributes.getValue("src") == null
                    || element.name.equals("outputScript") && attributes.getValue("name") == null) {
                element.violates("inline " + element.name);
            }
            each(attributes).filter(name -> name.startsWith("on") && html).forEach(name -> element.violates(name));
            each(attributes)
                    .filter(name -> attributes.getValue(name).strip().startsWith("javascript:"))
                    .forEach(name -> element.violates("javascript: address"));
        });

        assertThat(violations).isEmpty();
    }

    @Test
    void postsGoThroughPrimeFacesOnly() {
        everyElement((element, attributes) -> {
            if (element.uri.equals("jakarta.faces.core") && element.name.equals("ajax")) {
                element.violates("f:ajax breaks under the content security policy");
            }
        });

        assertThat(violations).isEmpty();
    }

    @Test
    void aMissingParameterIsAnsweredAsMissing() {
        everyElement((element, attributes) -> {
            if (element.name.equals("viewParam") && attributes.getValue("required") != null) {
                element.violates("a required parameter gives a message instead of the page for what is not there");
            }
        });

        assertThat(violations).isEmpty();
    }

    @Test
    void formsInputsAndCommandsHaveAnId() {
        everyElement((element, attributes) -> {
            boolean component = element.uri.equals("primefaces") || element.uri.equals("jakarta.faces.html");
            if (component && NEEDS_AN_ID.contains(element.name) && attributes.getValue("id") == null) {
                element.violates("no id on " + element.name);
            }
        });

        assertThat(violations).isEmpty();
    }

    @Test
    void textForPeopleComesFromBundles() {
        for (Path file : Sources.facelets()) {
            parse(file, new Reader(file) {
                @Override
                void element(Attributes attributes) {
                    each(attributes)
                            .filter(SHOWN_TO_PEOPLE::contains)
                            .filter(name -> hasWords(attributes.getValue(name)))
                            .forEach(name -> violates(name + "=\"" + attributes.getValue(name) + "\""));
                    if (Set.of("outputText", "commandButton", "commandLink", "button", "link", "outputLabel")
                                    .contains(name)
                            && attributes.getValue("value") != null
                            && hasWords(attributes.getValue("value"))) {
                        violates("value=\"" + attributes.getValue("value") + "\"");
                    }
                }

                @Override
                void text(String text) {
                    if (!NOT_FOR_READING.contains(name) && hasWords(text)) {
                        violates("text \"" + text.strip() + "\"");
                    }
                }
            });
        }

        assertThat(violations).isEmpty();
    }

    private void pagesHaveRules(Path module, String plainRole) {
        Path webapp = module.resolve("webapp");
        Set<String> pages = Sources.files(webapp, ".xhtml").stream()
                .map(file -> "/" + webapp.relativize(file).toString().replace('\\', '/'))
                .filter(page -> !page.startsWith("/WEB-INF/") && !page.startsWith("/resources/"))
                .collect(toCollection(TreeSet::new));
        Properties rules = rules(webapp.resolve("WEB-INF/page-rules.properties"));

        pages.stream()
                .filter(page -> !rules.containsKey(page))
                .forEach(page ->
                        violations.add("no rule for " + page + " of " + webapp.getName(webapp.getNameCount() - 4)));
        rules.stringPropertyNames().stream()
                .filter(page -> !pages.contains(page))
                .forEach(page -> violations.add("rule without a page: " + page));
        rules.stringPropertyNames().stream()
                .flatMap(page -> Arrays.stream(rules.getProperty(page).split("[,\\s]+")))
                .filter(role -> !role.equals("public") && !role.equals(plainRole))
                .filter(role ->
                        plainRole.equals("staff") ? Permission.ofCode(role).isEmpty() : !role.startsWith("customer."))
                .forEach(role -> violations.add("unknown role in a rule: " + role));
    }

    private static Properties rules(Path file) {
        Properties rules = new Properties();
        if (Files.exists(file)) {
            try {
                rules.load(new StringReader(Sources.read(file)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return rules;
    }

    private void everyElement(BiConsumer<Reader, Attributes> check) {
        for (Path file : Sources.facelets()) {
            parse(file, new Reader(file) {
                @Override
                void element(Attributes attributes) {
                    check.accept(this, attributes);
                }
            });
        }
    }

    private static boolean hasWords(String text) {
        return WORDS.matcher(EXPRESSION.matcher(text).replaceAll("")).find();
    }

    private static Stream<String> each(Attributes attributes) {
        return Stream.iterate(0, i -> i < attributes.getLength(), i -> i + 1)
                .map(attributes::getQName)
                .map(name -> name.substring(name.indexOf(':') + 1))
                .filter(name -> attributes.getValue(name) != null);
    }

    private static void parse(Path file, Reader reader) {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.newSAXParser().parse(new InputSource(new StringReader(Sources.read(file))), reader);
        } catch (SAXException | ParserConfigurationException | IOException failure) {
            throw new AssertionError(Sources.ROOT.relativize(file) + ": " + failure.getMessage(), failure);
        }
    }

    private abstract class Reader extends DefaultHandler {

        private final Path file;
        private final Deque<List<String>> open = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private Locator locator;
        String uri = HTML;
        String name = "";

        Reader(Path file) {
            this.file = file;
        }

        abstract void element(Attributes attributes);

        void text(String text) {}

        void violates(String what) {
            violations.add(Sources.ROOT.relativize(file) + ":" + locator.getLineNumber() + " " + what);
        }

        @Override
        public void setDocumentLocator(Locator documentLocator) {
            locator = documentLocator;
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public void startElement(String namespace, String localName, String qName, Attributes attributes) {
            endText();
            open.push(List.of(uri, name));
            uri = namespace;
            name = localName;
            element(attributes);
        }

        @Override
        public void endElement(String namespace, String localName, String qName) {
            endText();
            List<String> outer = open.pop();
            uri = outer.get(0);
            name = outer.get(1);
        }

        /** The parser delivers a text in pieces, some of which end inside an expression. */
        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        private void endText() {
            if (!text.isEmpty()) {
                String whole = text.toString();
                text.setLength(0);
                text(whole);
            }
        }
    }
}
