package org.vinculo.crm.segment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vinculo.crm.consent.Contactability;
import org.vinculo.crm.consent.Purpose;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.segment.SegmentField;
import org.vinculo.crm.segment.SegmentOption;
import org.vinculo.crm.value.Phase;
import org.vinculo.crm.value.RfmCell;
import org.vinculo.crm.value.Tier;

/** The values that a condition can ask for, and their words. */
@ApplicationScoped
public class ChoiceReader {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    StaffDirectory staff;

    @Inject
    Contactability contact;

    /** In the order in which they are offered; countries and languages are those of customers, the most frequent first. */
    List<SegmentOption> of(SegmentField field) {
        return switch (field) {
            case KIND -> constants(CustomerKind.values(), "segment.kind.");
            case STAGE -> constants(CustomerStage.values(), "segment.stage.");
            case ACQUIRED_VIA, SPOKE_BY -> constants(Channel.values(), "party.channel.");
            case PREFERS, MAY_CONTACT -> channels();
            case TIER -> constants(Tier.values(), "value.tier.");
            case PHASE -> constants(Phase.values(), "value.phase.");
            case CELL -> constants(RfmCell.values(), "value.cell.");
            case COUNTRY ->
                met("select c.country, count(*) from customer c where c.country is not null and c.deleted_at is null"
                                + " group by c.country order by 2 desc, 1 fetch first 100 rows only")
                        .map(code -> new SegmentOption(code, text(field, code)))
                        .toList();
            case LANGUAGE ->
                met("select c.preferred_language, count(*) from customer c where c.preferred_language is not null"
                                + " and c.deleted_at is null group by c.preferred_language order by 2 desc, 1"
                                + " fetch first 100 rows only")
                        .map(code -> new SegmentOption(code, text(field, code)))
                        .toList();
            case OWNER ->
                staff.active().stream()
                        .map(each -> new SegmentOption(each.publicId(), Phrase.value(each.name())))
                        .toList();
            case TEAM ->
                staff.teams().stream()
                        .map(each -> new SegmentOption(each.publicId(), Phrase.value(each.name())))
                        .toList();
            default -> List.of();
        };
    }

    private Stream<String> met(String select) {
        List<?> rows = em.createNativeQuery(select).getResultList();
        return rows.stream().map(row -> (String) ((Object[]) row)[0]);
    }

    private static List<SegmentOption> constants(Enum<?>[] constants, String prefix) {
        return Arrays.stream(constants)
                .map(each -> new SegmentOption(each.name(), Phrase.of(prefix + each.name())))
                .toList();
    }

    private static List<SegmentOption> channels() {
        return Arrays.stream(org.vinculo.crm.consent.Channel.values())
                .filter(channel -> channel.isAddressed() && channel != org.vinculo.crm.consent.Channel.PORTAL)
                .map(each -> new SegmentOption(each.name(), Phrase.of("segment.channel." + each.name())))
                .toList();
    }

    /** What customers can be written to about. */
    List<String> purposes() {
        return contact.purposes().stream()
                .filter(purpose -> purpose.channels().stream().anyMatch(channel -> channel.isAddressed()))
                .map(Purpose::code)
                .toList();
    }

    boolean offers(String purpose, String channel) {
        return contact.purposes().stream()
                .filter(each -> each.code().equals(purpose))
                .flatMap(each -> each.channels().stream())
                .anyMatch(each -> each.name().equals(channel));
    }

    /** Codes that make no sense any more, as of somebody who never worked here, are told as they are. */
    Phrase text(SegmentField field, String code) {
        return switch (field) {
            case KIND -> Phrase.of("segment.kind." + code);
            case STAGE -> Phrase.of("segment.stage." + code);
            case ACQUIRED_VIA, SPOKE_BY -> Phrase.of("party.channel." + code);
            case PREFERS -> Phrase.of("segment.channel." + code);
            case TIER -> Phrase.of("segment.tier." + code);
            case PHASE -> Phrase.of("value.phase." + code);
            case CELL -> Phrase.of("value.cell." + code);
            case COUNTRY -> Phrase.value(new Locale.Builder().setRegion(code).build());
            case LANGUAGE -> Phrase.value(Locale.forLanguageTag(code));
            case OWNER ->
                Phrase.value(staff.byPublicIds(List.of(code)).stream()
                        .map(StaffRef::name)
                        .findFirst()
                        .orElse(code));
            case TEAM ->
                Phrase.value(staff.teams().stream()
                        .filter(team -> team.publicId().equals(code))
                        .map(TeamRef::name)
                        .findFirst()
                        .orElse(code));
            default -> Phrase.value(code);
        };
    }

    List<Long> staffIds(Collection<String> publicIds) {
        return staff.byPublicIds(publicIds).stream().map(StaffRef::id).toList();
    }

    List<Long> teamIds(Collection<String> publicIds) {
        return staff.teams().stream()
                .filter(team -> publicIds.contains(team.publicId()))
                .map(TeamRef::id)
                .toList();
    }
}
