package org.vinculo.crm.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.consent.entity.ConsentEvidence;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.shared.PageRequest;

class LedgerIsAppendOnlyTest extends DatabaseTest {

    private static final Pattern REWRITES = Pattern.compile(
            "(update|delete\\s+from|truncate|merge\\s+into)\\s+(consent_evidence|consentevidence)",
            Pattern.CASE_INSENSITIVE);

    @Test
    void lineCannotBeRemoved() {
        ConsentEvidence line = lineOfSomebody();

        assertThatThrownBy(() -> {
                    em.remove(line);
                    em.flush();
                })
                .hasStackTraceContaining("append-only");
    }

    @Test
    void lineCannotBeChangedEvenByForce() throws ReflectiveOperationException {
        ConsentEvidence line = lineOfSomebody();
        Field after = ConsentEvidence.class.getDeclaredField("afterValue");
        after.setAccessible(true);

        after.set(line, "DENIED");

        assertThatThrownBy(() -> em.flush()).hasStackTraceContaining("append-only");
    }

    @Test
    void entityHasNoSetterAndNoColumnToUpdate() {
        assertThat(ConsentEvidence.class.getDeclaredMethods())
                .filteredOn(method -> method.getReturnType() == void.class)
                .extracting(Method::getName)
                .containsExactly("refuseChange");
        for (Field field : ConsentEvidence.class.getDeclaredFields()) {
            assertThat(isUpdatable(field)).as(field.getName()).isFalse();
        }
    }

    @Test
    void noStatementOfTheApplicationRewritesTheLedger() throws IOException {
        for (Path file : sources()) {
            String flat = Files.readString(file).replaceAll("[\"+\\s]+", " ");
            assertThat(REWRITES.matcher(flat).find()).as(file.toString()).isFalse();
        }
    }

    private static boolean isUpdatable(Field field) {
        Column column = field.getAnnotation(Column.class);
        JoinColumn join = field.getAnnotation(JoinColumn.class);
        return column != null && column.updatable() || join != null && join.updatable();
    }

    private static List<Path> sources() {
        return Stream.of("src/main/java", "src/main/resources/db")
                .flatMap(root -> walk(Path.of(root)))
                .filter(file ->
                        file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
                .toList();
    }

    private static Stream<Path> walk(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ConsentEvidence lineOfSomebody() {
        ConsentRoom room = new ConsentRoom(em, clock);
        Customer ana = room.reachable("ana");
        room.actAs(ana);
        room.mine.stopMarketing();
        flushAndClear();
        String id = room.mine.history(PageRequest.of(0, 1)).items().get(0).publicId();
        return em.createQuery("select e from ConsentEvidence e where e.publicId = :id", ConsentEvidence.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
