package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls from pages mean what the standard says they mean. */
class MethodResolverTest {

    /** What a page may call. */
    @SuppressWarnings("UnusedMethod") // called by their names
    public static class Bean {
        public String twice(String word) {
            return word + word;
        }

        public int sum(int first, Long second) {
            return first + second.intValue();
        }

        public String over(String only) {
            return "text";
        }

        public String over(String first, String second) {
            return "two texts";
        }

        public int count(Object... any) {
            return any.length;
        }

        public void fails() {
            throw new IllegalStateException("as it must");
        }
    }

    private final MethodResolver resolver = new MethodResolver();
    private final Page page = new Page();

    @Test
    void argumentsBecomeWhatTheMethodTakes() {
        assertThat(call("twice", "ab")).isEqualTo("abab");
        assertThat(page.isPropertyResolved()).isTrue();
        assertThat(call("twice", 7)).isEqualTo("77");
        assertThat(call("sum", "4", 5)).isEqualTo(9);
        assertThat(call("sum", null, 5)).isEqualTo(5);
    }

    @Test
    void whatIsNotClearIsLeftToTheStandard() {
        assertThat(call("over", "a")).isNull();
        assertThat(call("over", "a", "b")).isNull();
        assertThat(call("count", "a", "b", "c")).isNull();
        assertThat(call("missing")).isNull();
        assertThat(call("twice")).isNull();
        assertThat(resolver.invoke(page, List.of("a"), "get", null, new Object[] {0}))
                .as("of a hidden class")
                .isNull();
        assertThat(resolver.invoke(page, null, "get", null, null)).isNull();
        assertThat(page.isPropertyResolved()).isFalse();
    }

    @Test
    void aFailureIsTheOneOfTheMethod() {
        assertThatThrownBy(() -> call("fails")).isInstanceOf(ELException.class).hasRootCauseMessage("as it must");
    }

    private Object call(String method, Object... arguments) {
        return resolver.invoke(page, new Bean(), method, null, arguments);
    }

    /** Converts as pages do. */
    private static final class Page extends ELContext {

        @Override
        public ELResolver getELResolver() {
            return null;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T convertToType(Object value, Class<T> type) {
            if (type == String.class) {
                return (T) String.valueOf(value);
            }
            int number = value == null ? 0 : Integer.parseInt(value.toString());
            return type == Long.class ? (T) Long.valueOf(number) : (T) Integer.valueOf(number);
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
