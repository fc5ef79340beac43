package org.vinculo.crm.container;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vinculo.crm.platform.JobService;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.PageRequest;

/** Every call of every boundary, made by somebody without the role: the container refuses before anything happens. */
@ExtendWith(ArquillianExtension.class)
class BoundaryRolesIT {

    @Inject
    BeanManager beans;

    @Inject
    AsCustomer customer;

    @Inject
    AsStaff staff;

    @Inject
    AsJobViewer viewer;

    @Inject
    JobService jobs;

    @Test
    void nobodyIsRefusedEverywhere() {
        assertThat(admitted("", work -> Outcome.of(work::call))).isEmpty();
    }

    @Test
    void customersAreRefusedAtTheDoorsOfStaff() {
        assertThat(admitted("customer", work -> customer.does(work::call))).isEmpty();
    }

    @Test
    void staffWithoutPermissionAreRefusedWhereOneIsNeeded() {
        assertThat(admitted("staff", work -> staff.does(work::call))).isEmpty();
    }

    @Test
    void whoHasTheRoleGetsIn() {
        assertThat(viewer.does(() -> jobs.list(new PageRequest(0, 10, null))).failure())
                .isNull();
    }

    /** The calls that somebody with only this role was let into although they name other roles. */
    private Set<String> admitted(String role, Function<Call, Outcome<Object>> caller) {
        List<Bean<?>> doors = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass().isAnnotationPresent(Stateless.class)
                        && bean.getBeanClass().isAnnotationPresent(Boundary.class))
                .filter(bean -> !bean.getBeanClass().getPackageName().contains(".internal"))
                .toList();
        assertThat(doors).hasSizeGreaterThan(5);

        Set<String> admitted = new TreeSet<>();
        for (Bean<?> door : doors) {
            Object reference = beans.getReference(door, door.getBeanClass(), beans.createCreationalContext(door));
            for (Method method : calls(door.getBeanClass(), role)) {
                Exception failure =
                        caller.apply(() -> invoke(reference, method)).failure();
                if (!(failure instanceof EJBAccessException)) {
                    admitted.add(door.getBeanClass().getSimpleName() + "." + method.getName() + " " + failure);
                }
            }
        }
        return admitted;
    }

    private static Set<Method> calls(Class<?> door, String role) {
        return Arrays.stream(door.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic())
                .filter(method -> !isOpenTo(method, role))
                .collect(toCollection(() -> new TreeSet<>(java.util.Comparator.comparing(Method::toString))));
    }

    private static boolean isOpenTo(Method method, String role) {
        RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
        if (roles == null && method.isAnnotationPresent(PermitAll.class)) {
            return true;
        }
        if (roles == null) {
            roles = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        }
        return roles == null || Arrays.asList(roles.value()).contains(role);
    }

    private static Object invoke(Object target, Method method) throws Exception {
        Object[] nothing = Arrays.stream(method.getParameterTypes())
                .map(BoundaryRolesIT::empty)
                .toArray();
        try {
            return method.invoke(target, nothing);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw thrown;
        }
    }

    private static Object empty(Class<?> type) {
        if (!type.isPrimitive()) {
            return null;
        }
        return java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
    }

    /** One call of a boundary. */
    private interface Call {
        Object call() throws Exception;
    }
}
