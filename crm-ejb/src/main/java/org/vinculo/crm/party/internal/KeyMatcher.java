package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.party.DuplicateReason;
import org.vinculo.crm.party.ImportKeys;
import org.vinculo.crm.party.ImportMatch;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.TaxId;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicId;

/** Finds the customers of many rows at once: one question per sort of key, whatever the number of rows. */
@ApplicationScoped
public class KeyMatcher {

    private static final String SELECT = "c.id, c.publicId, c.externalId, c.deletedAt, c.mergedIntoId from ";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    public List<List<ImportMatch>> match(List<ImportKeys> rows) {
        Map<String, List<ImportMatch>> byExternalId = find(
                "select c.externalId, " + SELECT + "Customer c where c.externalId in :keys",
                keys(rows, row -> Stream.ofNullable(row.externalId())),
                DuplicateReason.EXTERNAL_ID);
        Map<String, List<ImportMatch>> byTaxId = find(
                "select c.taxIdKey, " + SELECT + "Customer c where c.taxIdKey in :keys",
                keys(rows, KeyMatcher::taxIds),
                DuplicateReason.TAX_ID);
        Map<String, List<ImportMatch>> byEmail = find(
                "select p.normalValue, " + SELECT + "ContactPoint p join p.customer c where p.type = "
                        + "org.vinculo.crm.party.ContactPointType.EMAIL and p.normalValue in :keys",
                keys(rows, KeyMatcher::emails),
                DuplicateReason.EMAIL);
        Map<String, List<ImportMatch>> byPhone = find(
                "select p.phoneTail, " + SELECT + "ContactPoint p join p.customer c where p.type = "
                        + "org.vinculo.crm.party.ContactPointType.PHONE and p.phoneTail in :keys",
                keys(rows, KeyMatcher::tails),
                DuplicateReason.PHONE);
        return rows.stream()
                .map(row -> merged(Stream.of(
                                found(byExternalId, Stream.ofNullable(row.externalId())),
                                found(byTaxId, taxIds(row)),
                                found(byEmail, emails(row)),
                                found(byPhone, tails(row)))
                        .flatMap(Function.identity())))
                .toList();
    }

    /** For each public id the customer that bears it. */
    public List<List<ImportMatch>> matchPublicIds(List<String> publicIds) {
        Map<String, List<ImportMatch>> byId = find(
                "select c.publicId, " + SELECT + "Customer c where c.publicId in :keys",
                publicIds.stream().filter(PublicId::isWellFormed).collect(Collectors.toSet()),
                DuplicateReason.EXTERNAL_ID);
        return publicIds.stream()
                .map(id -> id == null ? List.<ImportMatch>of() : byId.getOrDefault(id, List.of()))
                .toList();
    }

    /** For each name the customers that are called so, whatever the order of the words. */
    public List<List<ImportMatch>> matchNames(List<String> names) {
        Map<String, List<ImportMatch>> byName = find(
                "select c.nameKey, " + SELECT + "Customer c where c.nameKey in :keys",
                names.stream()
                        .map(Customer::nameKeyOf)
                        .filter(key -> !key.isEmpty())
                        .collect(Collectors.toSet()),
                DuplicateReason.NAME);
        return names.stream()
                .map(name -> byName.getOrDefault(Customer.nameKeyOf(name), List.of()))
                .toList();
    }

    private static List<ImportMatch> merged(Stream<ImportMatch> matches) {
        Map<Long, ImportMatch> strongest = new LinkedHashMap<>();
        matches.forEach(match -> strongest.putIfAbsent(match.id(), match));
        return strongest.values().stream()
                .sorted(Comparator.comparingInt(
                                (ImportMatch match) -> match.by().score())
                        .reversed())
                .toList();
    }

    private static Stream<ImportMatch> found(Map<String, List<ImportMatch>> index, Stream<String> keys) {
        return keys.flatMap(key -> index.getOrDefault(key, List.of()).stream());
    }

    private Map<String, List<ImportMatch>> find(String jpql, Set<String> keys, DuplicateReason by) {
        Map<String, List<ImportMatch>> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        em.createQuery(jpql, Object[].class)
                .setParameter("keys", keys)
                .getResultStream()
                .forEach(row -> found.computeIfAbsent((String) row[0], key -> new ArrayList<>())
                        .add(row[5] == null ? match(row, by) : survivor((Long) row[5], by)));
        return found;
    }

    private static ImportMatch match(Object[] row, DuplicateReason by) {
        return new ImportMatch((Long) row[1], (String) row[2], (String) row[3], row[4] != null, by);
    }

    /** What was merged is found as the record that it became a part of. */
    private ImportMatch survivor(long id, DuplicateReason by) {
        Customer survivor = em.find(Customer.class, id);
        while (survivor.isMerged()) {
            survivor = em.find(Customer.class, survivor.getMergedIntoId());
        }
        return new ImportMatch(
                survivor.getId(), survivor.getPublicId(), survivor.getExternalId(), survivor.isDeleted(), by);
    }

    private static Set<String> keys(Collection<ImportKeys> rows, Function<ImportKeys, Stream<String>> of) {
        return rows.stream().flatMap(of).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Stream<String> taxIds(ImportKeys row) {
        String key = TaxId.key(row.taxId());
        return key.isEmpty() ? Stream.empty() : Stream.of(key);
    }

    private static Stream<String> emails(ImportKeys row) {
        return row.emails().stream().map(Normal::email).filter(Objects::nonNull);
    }

    private static Stream<String> tails(ImportKeys row) {
        return row.phones().stream().map(PhoneNumbers::tail).filter(Objects::nonNull);
    }
}
