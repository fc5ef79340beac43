package org.vinculo.crm.privacy;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.vinculo.crm.shared.PersonalDataPart;

/** The classes of all rooms that declare personal data. */
final class DeclaredParts {

    private static List<Class<? extends PersonalDataPart>> found;

    private DeclaredParts() {}

    static synchronized List<Class<? extends PersonalDataPart>> find() {
        if (found == null) {
            found = new ClassFileImporter()
                            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                            .withImportOption(place -> place.contains("PersonalData"))
                            .importPackages("org.vinculo.crm")
                            .stream()
                            .filter(type -> type.isAssignableTo(PersonalDataPart.class))
                            .filter(type ->
                                    !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                            .<Class<? extends PersonalDataPart>>map(
                                    type -> type.reflect().asSubclass(PersonalDataPart.class))
                            .toList();
        }
        return found;
    }
}
