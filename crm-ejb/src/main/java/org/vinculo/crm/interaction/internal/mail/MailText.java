package org.vinculo.crm.interaction.internal.mail;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of a mail, as plain text. Markup is read by a parser and left behind: nothing of it is ever shown. */
final class MailText {

    static final int LONGEST = 100_000;

    private static final int LONGEST_MARKUP = 2_000_000;
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "li",
            "tr",
            "table",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "hr",
            "section",
            "article",
            "header",
            "footer");
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}");
    private static final Pattern MANY_LINES = Pattern.compile("\\n{3,}");

    private MailText() {}

    /** Text with the lines that a reader would have seen; links that go to the web stand behind their words. */
    static String ofHtml(String html) {
        Document page = Jsoup.parse(html.length() <= LONGEST_MARKUP ? html : html.substring(0, LONGEST_MARKUP));
        page.select("script, style, head, title, noscript, template, svg, object, embed, iframe")
                .remove();
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(new Lines(text), page);
        return clean(text.toString());
    }

    /** Without control characters and marks that turn the direction of writing; more than twice what is kept is not looked at. */
    static String clean(String text) {
        String bounded = cut(text, 2 * LONGEST);
        String clean = CONTROL.matcher(bounded.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
        String lines = clean.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        return MANY_LINES.matcher(lines).replaceAll("\n\n").strip();
    }

    /** At most so many characters, without half of one at the end. */
    static String cut(String text, int length) {
        if (text == null || text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private record Lines(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (text.length() > LONGEST * 2) {
                return;
            }
            if (node instanceof TextNode words) {
                String normal = words.text();
                boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
                text.append(atStart ? normal.stripLeading() : normal);
            } else if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                line();
                if (element.normalName().equals("li")) {
                    text.append("- ");
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element) || text.length() > LONGEST * 2) {
                return;
            }
            String name = element.normalName();
            if (name.equals("a")) {
                link(element);
            } else if (name.equals("td") || name.equals("th")) {
                text.append(' ');
            } else if (BLOCKS.contains(name) && !name.equals("br")) {
                line();
                if (name.equals("p")) {
                    text.append('\n');
                }
            }
        }

        private void link(Element element) {
            String target = element.attr("href").strip();
            boolean web =
                    target.regionMatches(true, 0, "https://", 0, 8) || target.regionMatches(true, 0, "http://", 0, 7);
            if (web && target.length() < 500 && !element.text().contains(target)) {
                text.append(" (").append(target).append(')');
            }
        }

        private void line() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
