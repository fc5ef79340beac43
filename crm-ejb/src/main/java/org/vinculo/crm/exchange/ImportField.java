package org.vinculo.crm.exchange;

import static org.vinculo.crm.exchange.ImportKind.CUSTOMERS;
import static org.vinculo.crm.exchange.ImportKind.INTERACTIONS;
import static org.vinculo.crm.exchange.ImportKind.PURCHASES;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields that a column of a file can fill. */
public enum ImportField {
    CRM_ID("crmId", Content.KEY, 22, CUSTOMERS),
    EXTERNAL_ID("externalId", Content.KEY, 100, CUSTOMERS),
    KIND("kind", Content.TEXT, 40, CUSTOMERS),
    STAGE("stage", Content.TEXT, 40, CUSTOMERS),
    NAME("name", Content.TEXT, 200, CUSTOMERS),
    GIVEN_NAME("givenName", Content.TEXT, 100, CUSTOMERS),
    FAMILY_NAME("familyName", Content.TEXT, 100, CUSTOMERS),
    EMAIL("email", Content.EMAIL, 2000, CUSTOMERS),
    EMAIL2("email2", Content.EMAIL, 2000, CUSTOMERS),
    PHONE("phone", Content.PHONE, 1000, CUSTOMERS),
    PHONE2("phone2", Content.PHONE, 1000, CUSTOMERS),
    STREET("street", Content.TEXT, 200, CUSTOMERS),
    ADDRESS_EXTRA("addressExtra", Content.TEXT, 200, CUSTOMERS),
    DISTRICT("district", Content.TEXT, 100, CUSTOMERS),
    CITY("city", Content.TEXT, 100, CUSTOMERS),
    REGION("region", Content.TEXT, 100, CUSTOMERS),
    POSTAL_CODE("postalCode", Content.TEXT, 20, CUSTOMERS),
    COUNTRY("country", Content.COUNTRY, 80, CUSTOMERS),
    ADDRESS_VALID_FROM("addressValidFrom", Content.DATE, 40, CUSTOMERS),
    ADDRESS_VALID_TO("addressValidTo", Content.DATE, 40, CUSTOMERS),
    OTHER_ADDRESSES("otherAddresses", Content.TEXT, 4000, CUSTOMERS),
    BIRTH_DATE("birthDate", Content.DATE, 40, CUSTOMERS),
    TAX_ID("taxId", Content.KEY, 40, CUSTOMERS),
    LANGUAGE("language", Content.TEXT, 40, CUSTOMERS),
    WEBSITE("website", Content.TEXT, 2000, CUSTOMERS),
    SOCIAL("social", Content.TEXT, 2000, CUSTOMERS),
    ACQUIRED_VIA("acquiredVia", Content.TEXT, 40, CUSTOMERS),
    ACQUIRED_FROM("acquiredFrom", Content.TEXT, 100, CUSTOMERS),
    NOTES("notes", Content.TEXT, 4000, CUSTOMERS),
    CONSENT("consent", Content.TEXT, 40, CUSTOMERS),
    CONSENT_DATE("consentDate", Content.DATE, 40, CUSTOMERS),

    CUSTOMER_REF("customerRef", Content.KEY, 254, PURCHASES, INTERACTIONS),
    CUSTOMER_NAME("customerName", Content.TEXT, 200, PURCHASES, INTERACTIONS),
    LINE_KEY("lineKey", Content.KEY, 22, PURCHASES),
    PURCHASED_AT("purchasedAt", Content.DATE, 40, PURCHASES),
    DOCUMENT_NUMBER("documentNumber", Content.KEY, 80, PURCHASES),
    AMOUNT("amount", Content.NUMBER, 40, PURCHASES),
    QUANTITY("quantity", Content.NUMBER, 40, PURCHASES),
    UNIT_PRICE("unitPrice", Content.NUMBER, 40, PURCHASES),
    DISCOUNT("discount", Content.NUMBER, 40, PURCHASES),
    COST("cost", Content.NUMBER, 40, PURCHASES),
    CURRENCY("currency", Content.TEXT, 3, PURCHASES),
    PRODUCT("product", Content.TEXT, 200, PURCHASES),
    DESCRIPTION("description", Content.TEXT, 200, PURCHASES),
    CHANNEL("channel", Content.TEXT, 40, PURCHASES, INTERACTIONS),

    ENTRY_KEY("entryKey", Content.KEY, 100, INTERACTIONS),
    HAPPENED_AT("happenedAt", Content.DATE, 40, INTERACTIONS),
    DIRECTION("direction", Content.TEXT, 40, INTERACTIONS),
    SUBJECT("subject", Content.TEXT, 200, INTERACTIONS),
    BODY("body", Content.TEXT, 4000, INTERACTIONS);

    /** What the values of a field look like. */
    public enum Content {
        KEY,
        TEXT,
        EMAIL,
        PHONE,
        COUNTRY,
        DATE,
        NUMBER
    }

    private final String code;
    private final Content content;
    private final int maxLength;
    private final Set<ImportKind> kinds;

    ImportField(String code, Content content, int maxLength, ImportKind... kinds) {
        this.code = code;
        this.content = content;
        this.maxLength = maxLength;
        this.kinds = EnumSet.copyOf(List.of(kinds));
    }

    /** The name in profiles and in the API. */
    public String code() {
        return code;
    }

    public Content content() {
        return content;
    }

    public int maxLength() {
        return maxLength;
    }

    public boolean belongsTo(ImportKind kind) {
        return kinds.contains(kind);
    }

    /** The fields that a file of this kind can fill, in the order in which they are offered. */
    public static List<ImportField> of(ImportKind kind) {
        return Arrays.stream(values()).filter(field -> field.belongsTo(kind)).toList();
    }

    public static Optional<ImportField> ofCode(String code, ImportKind kind) {
        return of(kind).stream().filter(field -> field.code.equals(code)).findFirst();
    }
}
