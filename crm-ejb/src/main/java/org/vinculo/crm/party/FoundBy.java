package org.vinculo.crm.party;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The entity is found by the search: whoever makes, changes or removes one need not know that there is a search. To be
 * used together with {@code @Customizer(FoundRecords.class)}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FoundBy {

    /** The name of the {@link SearchRecords}. */
    String kind();

    /** The attributes after whose change it is found by something else, or by somebody else's customer. */
    String[] fields();
}
