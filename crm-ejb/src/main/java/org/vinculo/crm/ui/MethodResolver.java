package org.vinculo.crm.ui;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls methods with arguments for pages, {@code #{customerList.shows('city')}}, and remembers which method is meant: the
 * resolver of the standard looks through all methods of the class at each call, and a table calls hundreds of times.
 * Overloaded methods, those with a variable number of arguments and those of hidden classes are left to it.
 */
public class MethodResolver extends ELResolver {

    private record Call(String name, int arguments) {}

    private static final ClassValue<Map<Call, Optional<Method>>> METHODS = new ClassValue<>() {
        @Override
        protected Map<Call, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        Method found = base == null || method == null ? null : find(base.getClass(), method.toString(), arguments);
        if (found == null) {
            return null;
        }
        Object result = call(found, base, converted(context, found.getParameterTypes(), arguments));
        context.setPropertyResolved(base, method);
        return result;
    }

    private static Method find(Class<?> type, String name, Object... arguments) {
        int count = arguments == null ? 0 : arguments.length;
        return METHODS.get(type)
                .computeIfAbsent(new Call(name, count), call -> only(type, call))
                .orElse(null);
    }

    private static Optional<Method> only(Class<?> type, Call call) {
        List<Method> named = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(call.name()) && !method.isBridge())
                .toList();
        boolean clear = named.size() == 1
                && named.get(0).getParameterCount() == call.arguments()
                && !named.get(0).isVarArgs()
                && !Modifier.isStatic(named.get(0).getModifiers())
                && Modifier.isPublic(named.get(0).getDeclaringClass().getModifiers());
        return clear ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static Object[] converted(ELContext context, Class<?>[] types, Object... arguments) {
        Object[] given = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            given[i] = context.convertToType(arguments[i], types[i]);
        }
        return given;
    }

    private static Object call(Method method, Object base, Object... arguments) {
        try {
            return method.invoke(base, arguments);
        } catch (InvocationTargetException failed) {
            throw new ELException(failed.getCause());
        } catch (IllegalAccessException hidden) {
            throw new ELException(hidden);
        }
    }

    /** Only calls are answered here. */
    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // Nothing is written here.
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return false;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }
}
