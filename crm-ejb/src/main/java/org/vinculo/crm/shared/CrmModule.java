package org.vinculo.crm.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a room of the application and names the rooms it may use; the build checks the map. */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CrmModule {
    /** Simple names of the rooms whose public packages this room may use; {@code shared} is always allowed. */
    String[] allowed();
}
