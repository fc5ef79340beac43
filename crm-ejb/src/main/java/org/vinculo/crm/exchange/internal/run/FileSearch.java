package org.vinculo.crm.exchange.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.vinculo.crm.exchange.entity.ImportFile;
import org.vinculo.crm.exchange.entity.ImportNote;
import org.vinculo.crm.exchange.internal.file.ReadLimits;
import org.vinculo.crm.exchange.internal.file.RowSource;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.exchange.internal.match.ProfileJson;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerImport;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;

/**
 * Finds a person in uploaded files that are still kept, and in the remarks about their rows: by name, address, telephone
 * number and the numbers that the person is known by.
 */
@ApplicationScoped
public class FileSearch {

    private static final int AT_ONCE = 200;
    private static final int SHORTEST_NUMBER = 7;
    private static final Long WHEREVER = 0L;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerImport customers;

    @Inject
    ImportFiles files;

    @Inject
    Defaults defaults;

    @Inject
    Clock clock;

    /** What was found: files, and remarks about rows. */
    public record Found(List<Long> files, Set<Long> notes) {}

    /** The words by which a person is recognised. */
    private record Marks(Set<String> texts, Set<String> numbers) {

        static Marks of(CustomerForm customer) {
            Set<String> texts = new LinkedHashSet<>();
            Set<String> numbers = new LinkedHashSet<>();
            addText(texts, customer.getName());
            if (customer.getGivenName() != null && customer.getFamilyName() != null) {
                addText(texts, customer.getGivenName() + " " + customer.getFamilyName());
                addText(texts, customer.getFamilyName() + " " + customer.getGivenName());
                addText(texts, customer.getFamilyName() + ", " + customer.getGivenName());
            }
            addText(texts, customer.getExternalId());
            addNumber(numbers, customer.getTaxId());
            for (ContactForm point : customer.getContacts()) {
                switch (point.getType()) {
                    case PHONE -> addNumber(numbers, point.getValue());
                    default -> addText(texts, point.getValue());
                }
            }
            return new Marks(texts, numbers);
        }

        private static void addText(Set<String> texts, String text) {
            String folded = text == null ? "" : Normal.fold(text);
            if (folded.length() > 3) {
                texts.add(folded);
            }
        }

        private static void addNumber(Set<String> numbers, String number) {
            String digits = number == null ? "" : Normal.digits(number);
            if (digits.length() >= SHORTEST_NUMBER) {
                numbers.add(digits.length() > 9 ? digits.substring(digits.length() - 9) : digits);
            }
        }

        boolean isEmpty() {
            return texts.isEmpty() && numbers.isEmpty();
        }

        boolean in(String text) {
            String folded = Normal.fold(text);
            String digits = Normal.digits(text);
            return texts.stream().anyMatch(folded::contains)
                    || digits != null && numbers.stream().anyMatch(digits::contains);
        }

        /** A person whose names stand in columns of their own is found across the cells of a row. */
        boolean in(SourceRow row) {
            return row.cells().stream().anyMatch(this::in)
                    || texts.stream().anyMatch(Normal.fold(String.join(" ", row.cells()))::contains);
        }
    }

    public Found find(long customerId) {
        CustomerForm customer = customers.forms(List.of(customerId)).get(customerId);
        Marks marks = customer == null ? null : Marks.of(customer);
        List<Long> found = new ArrayList<>();
        Set<Long> notes = new LinkedHashSet<>();
        if (marks == null || marks.isEmpty()) {
            return new Found(found, notes);
        }
        long last = 0;
        for (List<ImportFile> some = kept(last); !some.isEmpty(); some = kept(last)) {
            for (ImportFile file : some) {
                Set<Long> lines = lines(file, marks);
                if (!lines.isEmpty()) {
                    found.add(file.getId());
                    notes.addAll(notesAt(file, lines));
                }
            }
            last = some.get(some.size() - 1).getId();
        }
        notes.addAll(notesWith(marks));
        return new Found(found, notes);
    }

    public void remove(Found found) {
        for (Long id : found.files()) {
            ImportFile file = em.find(ImportFile.class, id);
            files.delete(file.getStoredName());
            file.removed(clock.instant());
        }
        for (Long id : found.notes()) {
            em.remove(em.find(ImportNote.class, id));
        }
    }

    private List<ImportFile> kept(long after) {
        return em.createQuery(
                        "select f from ImportFile f where f.removedAt is null and f.id > :after order by f.id",
                        ImportFile.class)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** The lines on which the person stands; {@link #WHEREVER} when they cannot be told apart. */
    private Set<Long> lines(ImportFile file, Marks marks) {
        Set<Long> lines = new LinkedHashSet<>();
        Path path = files.path(file.getStoredName());
        if (!Files.exists(path)) {
            return lines;
        }
        try {
            ImportPlan plan =
                    ImportPlan.of(path, file.getKind(), ProfileJson.read(file.getProfile()), defaults.decided());
            try (RowSource rows = plan.source().open(ReadLimits.DEFAULT)) {
                for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                    if (marks.in(row)) {
                        lines.add(row.line());
                    }
                }
            }
        } catch (IOException | InvalidInput unreadable) {
            if (inText(path, marks)) {
                lines.add(WHEREVER);
            }
        }
        return lines;
    }

    private static boolean inText(Path path, Marks marks) {
        try (Stream<String> text = Files.lines(path, StandardCharsets.ISO_8859_1)) {
            return text.map(line -> line.toLowerCase(Locale.ROOT)).anyMatch(marks::in);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    private List<Long> notesAt(ImportFile file, Set<Long> lines) {
        if (lines.contains(WHEREVER)) {
            return em.createQuery(
                            "select n.id from ImportNote n where n.importId in"
                                    + " (select j.id from ImportJob j where j.file = :file)",
                            Long.class)
                    .setParameter("file", file)
                    .getResultList();
        }
        List<Long> found = new ArrayList<>();
        List<Long> all = new ArrayList<>(lines);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.addAll(em.createQuery(
                            "select n.id from ImportNote n where n.line in :lines and n.importId in"
                                    + " (select j.id from ImportJob j where j.file = :file)",
                            Long.class)
                    .setParameter("lines", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .setParameter("file", file)
                    .getResultList());
        }
        return found;
    }

    private List<Long> notesWith(Marks marks) {
        List<Long> found = new ArrayList<>();
        long last = 0;
        for (List<Object[]> some = notes(last); !some.isEmpty(); some = notes(last)) {
            some.stream()
                    .filter(note -> marks.in((String) note[1]))
                    .map(note -> (Long) note[0])
                    .forEach(found::add);
            last = (Long) some.get(some.size() - 1)[0];
        }
        return found;
    }

    private List<Object[]> notes(long after) {
        return em.createQuery(
                        "select n.id, n.args from ImportNote n where n.args is not null and n.id > :after order by n.id",
                        Object[].class)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE * 5)
                .getResultList();
    }
}
