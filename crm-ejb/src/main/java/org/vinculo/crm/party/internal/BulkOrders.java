package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.StoredCaller;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.party.BulkAction;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.GroupKind;
import org.vinculo.crm.party.entity.CustomField;
import org.vinculo.crm.party.entity.CustomerGroup;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Texts;

/** Whether what many customers are to get is something that the caller may give. */
@ApplicationScoped
public class BulkOrders {

    @Inject
    StaffDirectory staff;

    @Inject
    GroupBook groups;

    @Inject
    CurrentCaller caller;

    @Inject
    Customers customers;

    @Inject
    CustomBook book;

    /** The argument in words. */
    public String check(BulkAction action, String value) {
        return switch (action) {
            case OWNER -> owner(value);
            case TEAM -> team(value);
            case TAG, UNTAG -> group(GroupKind.TAG, value);
            case LIST_ADD, LIST_REMOVE -> group(GroupKind.LIST, value);
            case STAGE ->
                code(
                        value,
                        Arrays.stream(CustomerStage.values()).map(Enum::name).toList(),
                        false);
            case LANGUAGE ->
                code(
                        value,
                        Texts.LOCALES.stream()
                                .map(java.util.Locale::toLanguageTag)
                                .toList(),
                        true);
            case ACQUIRED_VIA ->
                code(value, Arrays.stream(Channel.values()).map(Enum::name).toList(), true);
            case ACQUIRED_FROM -> text(value);
            case FIELD -> field(value);
            case DELETE, CONFIRM_EMAIL -> null;
        };
    }

    /** The fields an administrator added that the caller may change. */
    public List<CustomEntry> fields() {
        return book.seen().stream()
                .filter(book::isChangeable)
                .map(field -> field.entry(null, true))
                .toList();
    }

    /** The argument is {@code code=value}. */
    private String field(String value) {
        int equals = value == null ? -1 : value.indexOf('=');
        CustomField field = equals < 1
                ? null
                : book.seen().stream()
                        .filter(book::isChangeable)
                        .filter(each -> each.getCode().equals(value.substring(0, equals)))
                        .findFirst()
                        .orElse(null);
        if (field == null) {
            throw wrong();
        }
        String text = value.substring(equals + 1).strip();
        book.check(field, text.isEmpty() ? null : text);
        return field.getLabel() + ": " + (text.length() > 100 ? text.substring(0, 100) : text);
    }

    private String owner(String value) {
        if (value == null) {
            return null;
        }
        StaffRef owner = staff.byPublicId(value).orElseThrow(BulkOrders::wrong);
        Caller who = caller.get();
        boolean may =
                switch (caller.scope(Permission.CUSTOMER_EDIT)) {
                    case ALL -> true;
                    case TEAM ->
                        who.accountId().equals(owner.id())
                                || owner.teamId() != null && owner.teamId().equals(who.teamId());
                    case OWN -> false;
                };
        if (!may) {
            throw wrong();
        }
        return owner.name();
    }

    private String team(String value) {
        if (caller.scope(Permission.CUSTOMER_EDIT) != Scope.ALL) {
            throw wrong();
        }
        return value == null
                ? null
                : staff.teams().stream()
                        .filter(team -> team.publicId().equals(value))
                        .map(TeamRef::name)
                        .findFirst()
                        .orElseThrow(BulkOrders::wrong);
    }

    private String group(GroupKind kind, String value) {
        return groups.find(value == null ? "" : value)
                .filter(group -> group.getKind() == kind)
                .map(CustomerGroup::getName)
                .orElseThrow(BulkOrders::wrong);
    }

    private static String code(String value, List<String> known, boolean mayBeNothing) {
        if (value == null ? !mayBeNothing : !known.contains(value)) {
            throw wrong();
        }
        return value;
    }

    private static String text(String value) {
        if (value != null && value.length() > 100) {
            throw InvalidInput.field("argument", "tooLong", 100);
        }
        return value;
    }

    public static String callerText(Caller caller) {
        Map<Permission, Scope> allowed = new EnumMap<>(Permission.class);
        caller.permissions().forEach((permission, scope) -> {
            if (permission.module().equals("customer") || permission.module().equals("value")) {
                allowed.put(permission, scope);
            }
        });
        return StoredCaller.write(caller, allowed);
    }

    public Map<Long, CustomerRef> names(Collection<Long> ids) {
        return customers.find(ids);
    }

    private static InvalidInput wrong() {
        return InvalidInput.field("argument", "choice");
    }
}
