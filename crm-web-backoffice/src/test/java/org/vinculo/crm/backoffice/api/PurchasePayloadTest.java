package org.vinculo.crm.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.purchase.PurchaseForm;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;

/** Purchases as programs write them. */
class PurchasePayloadTest {

    /** What a number may be is said where purchases are kept; here none costs time or memory to be read. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "'1e999999999'", "'1e2147483647'"})
    void hugeAndTinyNumbersAreReadAtOnce(String number) {
        assertTimeout(Duration.ofSeconds(2), () -> {
            PurchaseForm form = form("{'lines':[{'quantity':" + number + ",'unitPrice':" + number + "}]}");

            assertThat(form.lines().get(0).quantity().precision()).isEqualTo(1);
            assertThat(form.lines().get(0).unitPrice())
                    .isEqualTo(form.lines().get(0).quantity());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99999999999999999999999999999999999999999",
                "'99999999999999999999999999999999999999999'",
                "'0x10'",
                "'1e99999999999'",
                "'NaN'",
                "'1,5'",
                "''",
                "true",
                "[1]"
            })
    void whatIsNoNumberIsRefusedByItsField(String number) {
        for (String field : new String[] {"quantity", "unitPrice", "discount", "amount", "cost"}) {
            assertThatThrownBy(() -> form("{'lines':[{},{'" + field + "':" + number + "}]}"))
                    .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                            .extracting(FieldError::field)
                            .containsExactly("lines[1]." + field));
        }
    }

    @Test
    void aNumberInQuotesIsRoundedByNobody() {
        PurchaseForm form = form("{'lines':[{'quantity':'0.1','unitPrice':'123456789012345.6789'}]}");

        assertThat(form.lines().get(0).quantity()).isEqualTo("0.1");
        assertThat(form.lines().get(0).unitPrice()).isEqualTo("123456789012345.6789");
    }

    private static PurchaseForm form(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            JsonObject body = reader.readObject();
            return PurchasePayload.form(body);
        }
    }
}
