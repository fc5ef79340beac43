package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.vinculo.crm.it.Account;
import org.vinculo.crm.it.Door;

/** A test with people at browsers, on the one demo server of the run. */
@ExtendWith(BrowserTest.PictureOfFailure.class)
public abstract class BrowserTest {

    private static final Map<String, Visitor> READERS = new HashMap<>();

    private final List<Visitor> visitors = new ArrayList<>();

    /** Somebody who is not signed in. */
    protected Visitor visitor() {
        return visitor(Look.DESK);
    }

    protected Visitor visitor(Look look) {
        return enter(new Visitor(look));
    }

    /** Somebody who is signed in. Tests that end sessions sign in by themselves instead. */
    protected Visitor as(Account account) {
        return as(account, Look.DESK);
    }

    protected Visitor as(Account account, Look look) {
        return enter(Visitor.signedIn(look, account));
    }

    /**
     * Somebody who is signed in, whose language is the one of the look and who has been here before: the browser stays
     * open from test to test.
     */
    protected Visitor reader(Door door, Look look) {
        Visitor reader = READERS.get(door + " " + look);
        if (reader == null) {
            reader = Visitor.signedIn(
                    look, door + look.language(), visitor -> Newcomers.comeIn(as(Account.ADMIN), visitor, door));
            READERS.put(door + " " + look, reader);
        }
        return enter(reader);
    }

    /** Somebody who is not signed in and presses the button that leads to the page before. */
    protected Visitor visitorWhoGoesBack() {
        return enter(Visitor.whoGoesBack());
    }

    private Visitor enter(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }

    @AfterEach
    void nothingWentWrongBehindThePages() {
        List<String> problems = visitors.stream()
                .flatMap(visitor -> visitor.problems().stream())
                .toList();
        visitors.forEach(visitor -> {
            if (READERS.containsValue(visitor)) {
                visitor.startAfresh();
            } else {
                visitor.close();
            }
        });
        assertThat(problems).as("errors of the browser").isEmpty();
    }

    /** Pictures of all open pages of a failed test, in target/screenshots. */
    static final class PictureOfFailure implements AfterTestExecutionCallback {

        @Override
        public void afterTestExecution(ExtensionContext context) throws IOException {
            if (context.getExecutionException().isEmpty()) {
                return;
            }
            Path folder = Files.createDirectories(Path.of("target/screenshots"));
            String name = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName() + "-"
                    + Integer.toHexString(context.getUniqueId().hashCode());
            List<Visitor> visitors = ((BrowserTest) context.getRequiredTestInstance()).visitors;
            for (int i = 0; i < visitors.size(); i++) {
                visitors.get(i).screenshot(folder.resolve(name + "-" + i + ".png"));
            }
        }
    }
}
