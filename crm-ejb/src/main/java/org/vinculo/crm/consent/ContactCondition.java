package org.vinculo.crm.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.consent.internal.Wordings;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.SqlText;

/**
 * Who may be contacted, as a condition over many customers: those to whom {@link Contactability} says yes or wait. Hours,
 * pauses and the monthly limit only delay, so they do not count here; whoever contacts asks about each customer again.
 */
@ApplicationScoped
public class ContactCondition {

    @Inject
    Clock clock;

    @Inject
    Wordings wordings;

    /**
     * A condition over the customer {@code c}.
     *
     * @throws NotFound when there is no such purpose
     */
    public SqlText allows(String purposeCode, Channel channel) {
        Purpose purpose = wordings.require(purposeCode).toPurpose();
        if (!purpose.offers(channel)) {
            return SqlText.empty().sqlPart("1 = 0");
        }
        SqlText sql = SqlText.empty().sqlPart("(c.deleted_at is null");
        consent(sql, purpose, wordings.require(purposeCode).getId(), channel);
        address(sql, purpose, channel);
        if (purpose.enforcement().isMarketing()) {
            sql.sqlPart(" and not exists (select 1 from contact_preference cp where cp.customer_id = c.id and"
                            + " (cp.stopped_at is not null or cp.frequency = ")
                    .value(Frequency.IMPORTANT)
                    .sqlPart("))");
        }
        return sql.sqlPart(")");
    }

    private void consent(SqlText sql, Purpose purpose, long purposeId, Channel channel) {
        List<ConsentState> allowed = Arrays.stream(ConsentState.values())
                .filter(purpose::isAllowedIn)
                .toList();
        boolean silence = allowed.contains(ConsentState.UNKNOWN);
        List<ConsentState> named = silence
                ? Arrays.stream(ConsentState.values())
                        .filter(state -> !purpose.isAllowedIn(state))
                        .toList()
                : allowed;
        sql.sqlPart(silence ? " and not exists" : " and exists");
        sql.sqlPart(" (select 1 from consent k where k.customer_id = c.id and k.purpose_id = ")
                .value(purposeId)
                .sqlPart(" and k.channel = ")
                .value(channel)
                .sqlPart(" and k.state in (")
                .values(named)
                .sqlPart(")");
        if (!silence) {
            sql.sqlPart(" and (k.ends_at is null or k.ends_at > ")
                    .value(clock.instant())
                    .sqlPart(")");
        }
        sql.sqlPart(")");
    }

    private void address(SqlText sql, Purpose purpose, Channel channel) {
        if (!channel.isAddressed()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        sql.sqlPart(" and exists (select 1 from contact_point pt where pt.customer_id = c.id and pt.point_type = ")
                .value(type(channel))
                .sqlPart(" and (pt.valid_to is null or pt.valid_to >= ")
                .value(today)
                .sqlPart(")");
        if (channel.isConfirmable() && purpose.enforcement() == Enforcement.RESTRICTIVE) {
            sql.sqlPart(" and pt.is_primary = true and pt.verified_at is not null");
        }
        sql.sqlPart(")");
    }

    private static ContactPointType type(Channel channel) {
        return switch (channel) {
            case EMAIL -> ContactPointType.EMAIL;
            case POST -> ContactPointType.POSTAL;
            default -> ContactPointType.PHONE;
        };
    }
}
