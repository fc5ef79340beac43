package org.vinculo.crm.identity.internal;

import static org.vinculo.crm.shared.PersonalPurpose.SECURITY;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.shared.PersonalDataPart;
import org.vinculo.crm.shared.PersonalGround;
import org.vinculo.crm.shared.PersonalRows;
import org.vinculo.crm.shared.PersonalTable;
import org.vinculo.crm.shared.RetentionRule;

/** Access to the portal. */
@ApplicationScoped
public class IdentityPersonalData implements PersonalDataPart {

    @Override
    public String room() {
        return "identity";
    }

    @Override
    public int order() {
        return 900;
    }

    private static final String OF_ACCOUNT_OR_CUSTOMER = "customer_id = ?1 or " + PersonalRows.OF_ACCOUNTS;

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("sign_in_log", SECURITY)
                        .where("realm = 'CUSTOMER' and (" + PersonalRows.OF_ACCOUNTS
                                + " or (account_id is null and email in (" + PersonalRows.ADDRESSES + ")))")
                        .gives("email", "outcome", "ip", "user_agent")
                        .collected("made_at", null)
                        .hides("realm"),
                PersonalTable.of("login_session", SECURITY)
                        .where(OF_ACCOUNT_OR_CUSTOMER)
                        .gives("last_seen_at", "ip", "user_agent", "ended_at", "end_reason")
                        .collected("created_at", null)
                        .hides("public_id", "realm", "secret_hash", "state"),
                PersonalTable.of("account_token", SECURITY)
                        .where(OF_ACCOUNT_OR_CUSTOMER)
                        .hides("purpose", "token_hash", "payload")
                        .notGiven(),
                PersonalTable.of("recovery_code", SECURITY)
                        .where(PersonalRows.OF_ACCOUNTS)
                        .hides("code_hash")
                        .notGiven(),
                PersonalTable.of("account_request", SECURITY)
                        .where("realm = 'CUSTOMER' and lower(email) in (" + PersonalRows.ADDRESSES + ")")
                        .gives("kind", "email", "name", "ip", "user_agent")
                        .collected("made_at", null)
                        .hides("realm", "language"),
                PersonalTable.of("account", SECURITY)
                        .where("id in (" + PersonalRows.ACCOUNTS + ")")
                        .gives("email", "new_email", "display_name", "status", "language", "zone", "theme")
                        .gives("email_verified_at", "last_sign_in_at")
                        .collected("created_at", null)
                        .hides("public_id", "realm", "password_hash", "totp_secret")
                        .anonymised(PersonalGround.TECHNICAL)
                        .puts("email", "public_id || '@erased.invalid'")
                        .puts("email_norm", "public_id || '@erased.invalid'")
                        .puts("display_name", "'-'")
                        .puts("status", "'DISABLED'")
                        .puts("version", "version + 1")
                        .empties("new_email", "password_hash", "totp_secret", "totp_enabled_at"),
                PersonalTable.of("portal_membership", SECURITY)
                        .gives("org_role")
                        .collected("created_at", null)
                        .hides("public_id"));
    }

    @Override
    public Map<String, String> impersonal() {
        return Map.of(
                "team", "teams of staff",
                "app_role", "roles of staff",
                "role_permission", "roles of staff",
                "account_role", "roles of staff",
                "api_token", "access of programs, made by staff",
                "api_token_permission", "access of programs",
                "throttle", "counters under a fingerprint, forgotten after two days");
    }

    @Override
    public List<RetentionRule> retention() {
        return List.of(
                RetentionRule.rows("signIns", "sign_in_log", "made_at < ?1", 365, 30),
                RetentionRule.rows("sessions", "login_session", "state = 'ENDED' and last_seen_at < ?1", 30, 1),
                RetentionRule.rows("links", "account_token", "expires_at < ?1", 30, 1));
    }
}
