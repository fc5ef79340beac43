package org.vinculo.crm.ui;

import jakarta.el.ELContext;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.ValueExpression;

/** An expression that is a value: nothing is parsed. */
final class Constant extends ValueExpression {

    private static final long serialVersionUID = 1L;

    private final transient Object value;

    Constant(Object value) {
        this.value = value;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getValue(ELContext context) {
        return (T) value;
    }

    @Override
    public void setValue(ELContext context, Object newValue) {
        throw new PropertyNotWritableException();
    }

    @Override
    public boolean isReadOnly(ELContext context) {
        return true;
    }

    @Override
    public Class<?> getType(ELContext context) {
        return value == null ? Object.class : value.getClass();
    }

    @Override
    public Class<?> getExpectedType() {
        return Object.class;
    }

    @Override
    public String getExpressionString() {
        return null;
    }

    @Override
    public boolean isLiteralText() {
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Constant that && value == that.value;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(value);
    }
}
