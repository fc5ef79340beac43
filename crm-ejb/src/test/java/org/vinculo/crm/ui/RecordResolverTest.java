package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Permission;

class RecordResolverTest {

    private record Row(String name, int count) {
        @SuppressWarnings("UnusedMethod") // called by its name
        public String label() {
            return name + " (" + count + ")";
        }
    }

    private final RecordResolver resolver = new RecordResolver();
    private final ELContext context = new Context();

    @Test
    void readsComponentsAndMethodsNamedLikeThem() {
        Row row = new Row("Ana", 3);

        assertThat(resolver.getValue(context, row, "name")).isEqualTo("Ana");
        assertThat(resolver.getValue(context, row, "label")).isEqualTo("Ana (3)");
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void readsEnums() {
        assertThat(resolver.getValue(context, Permission.CUSTOMER_VIEW, "code")).isEqualTo("customer.view");
    }

    @Test
    void leavesEverythingElseToOthers() {
        assertThat(resolver.getValue(context, new Row("Ana", 3), "missing")).isNull();
        assertThat(resolver.getValue(context, new Row("Ana", 3), "getClass")).isNull();
        assertThat(resolver.getValue(context, "text", "length")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void neverWrites() {
        Row row = new Row("Ana", 3);

        assertThat(resolver.isReadOnly(context, row, "name")).isTrue();
        assertThatThrownBy(() -> resolver.setValue(context, row, "name", "Eva"))
                .isInstanceOf(PropertyNotWritableException.class);
    }

    private static final class Context extends ELContext {
        @Override
        public ELResolver getELResolver() {
            return null;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    }
}
