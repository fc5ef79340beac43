package org.vinculo.crm.privacy;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.document.internal.FileStore;
import org.vinculo.crm.exchange.internal.out.ExportFiles;
import org.vinculo.crm.exchange.internal.out.FinishedExports;
import org.vinculo.crm.exchange.internal.run.Defaults;
import org.vinculo.crm.exchange.internal.run.FileSearch;
import org.vinculo.crm.exchange.internal.run.ImportFiles;
import org.vinculo.crm.exchange.internal.run.OldFiles;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.party.CustomerImport;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.privacy.internal.CopyFiles;
import org.vinculo.crm.privacy.internal.Eraser;
import org.vinculo.crm.privacy.internal.PersonalMap;
import org.vinculo.crm.privacy.internal.PersonalReader;
import org.vinculo.crm.shared.PersonalDataPart;

/** The rooms' declarations as the container finds them, on one entity manager. */
abstract class PrivacyRoomTest extends DatabaseTest {

    final CurrentCaller caller = new CurrentCaller();

    @TempDir
    Path data;

    PersonalMap map;
    PersonalReader reader;
    Eraser eraser;
    ImportFiles importFiles;
    CopyFiles copyFiles;

    @BeforeEach
    void furnish() {
        Settings settings = Settings.of(Map.of(Setting.DATA_DIR, data.toString()));
        importFiles = wire(new ImportFiles(), settings);
        copyFiles = wire(new CopyFiles(), settings);
        CustomerImport imports = wire(new CustomerImport(), wire(new StaffDirectory()), wire(new CustomBook()));
        FileSearch search = wire(new FileSearch(), imports, importFiles, wire(new Defaults(), settings, imports));
        List<PersonalDataPart> parts = declared();
        FileStore store = wire(new FileStore(), settings);
        ExportFiles exportFiles = wire(new ExportFiles(), settings);
        OldFiles old = wire(new OldFiles(), importFiles);
        FinishedExports exports = wire(new FinishedExports(), exportFiles);
        parts.forEach(part -> wire(part, search, copyFiles, store, old, exports));
        map = wire(new PersonalMap(), many(parts));
        reader = wire(new PersonalReader(), map);
        eraser = wire(new Eraser(), map, reader);
    }

    @AfterEach
    void leave() {
        caller.bind(null);
    }

    /** One of each class that declares personal data. */
    static List<PersonalDataPart> declared() {
        List<PersonalDataPart> parts = new ArrayList<>();
        for (Class<? extends PersonalDataPart> type : DeclaredParts.find()) {
            try {
                var constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                parts.add(constructor.newInstance());
            } catch (ReflectiveOperationException failure) {
                throw new ServiceConfigurationError(type.getName(), failure);
            }
        }
        return parts;
    }

    @SuppressWarnings("unchecked")
    static <T> Instance<T> many(List<? extends T> beans) {
        return (Instance<T>) Proxy.newProxyInstance(
                PrivacyRoomTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "stream" -> beans.stream();
                    case "iterator" -> beans.iterator();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
