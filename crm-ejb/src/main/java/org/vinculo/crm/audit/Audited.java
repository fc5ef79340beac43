package org.vinculo.crm.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Each creation, change and deletion of the entity is kept with its field differences. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {

    /** Name under which the entity is shown; the text is {@code audit.entity.<name>}. */
    String name();

    /** Attribute that holds the internal id of the customer concerned; empty when it concerns none. */
    String customer() default "";

    /** Attributes whose values are never written down, only that they changed. */
    String[] secret() default {};

    /** Attributes that say nothing to a person and are left out. */
    String[] ignore() default {};
}
