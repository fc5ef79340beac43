package org.vinculo.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FormulaGuardTest {

    @Test
    void formulasAreMadeTextAndNumbersStayNumbers() {
        assertThat(FormulaGuard.safe("=1+1")).isEqualTo("'=1+1");
        assertThat(FormulaGuard.safe("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(FormulaGuard.safe("+55 11 5555")).isEqualTo("'+55 11 5555");
        assertThat(FormulaGuard.safe("\tx")).isEqualTo("'\tx");
        assertThat(FormulaGuard.safe("\r=1+1")).isEqualTo("'\r=1+1");
        assertThat(FormulaGuard.safe(";=1+1")).isEqualTo("';=1+1");
        assertThat(FormulaGuard.safe("-12.50")).isEqualTo("-12.50");
        assertThat(FormulaGuard.safe("plain")).isEqualTo("plain");
    }

    @Property
    void whatWasMadeSafeComesBack(
            @ForAll
                    @StringLength(max = 6)
                    @Chars({'=', '+', '-', '@', '\'', ';', ',', '"', '\t', '\r', '1'})
                    @CharRange(from = 'a', to = 'b')
                    String value) {
        assertThat(FormulaGuard.original(FormulaGuard.safe(value))).isEqualTo(value);
    }
}
