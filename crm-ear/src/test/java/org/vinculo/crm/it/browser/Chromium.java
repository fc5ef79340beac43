package org.vinculo.crm.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One browser for all tests of a run. Every visitor gets a profile of its own in it. */
final class Chromium {

    private static final Path EXECUTABLE = Path.of(System.getProperty("crm.chromium", "/usr/bin/chromium"));
    private static Playwright playwright;
    private static Browser browser;
    private static Browser remembering;

    private Chromium() {}

    static synchronized Browser browser() {
        if (browser == null) {
            assertThat(EXECUTABLE)
                    .as("Chromium for the browser tests; on Debian: apt-get install chromium")
                    .isExecutable();
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(options());
            Runtime.getRuntime().addShutdownHook(new Thread(Chromium::close, "close browser"));
        }
        return browser;
    }

    /** One that keeps the pages behind it as they were, as those of people do and those of tests do not. */
    static synchronized Browser remembering() {
        if (remembering == null) {
            browser();
            remembering = playwright
                    .chromium()
                    .launch(options().setIgnoreDefaultArgs(List.of("--disable-back-forward-cache")));
        }
        return remembering;
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(EXECUTABLE)
                .setChromiumSandbox(false)
                .setArgs(List.of("--disable-gpu", "--disable-dev-shm-usage", "--no-proxy-server"));
    }

    /** Until then the threads that talk to the browser keep the JVM alive. */
    static synchronized void close() {
        if (browser != null) {
            playwright.close();
            browser = null;
            remembering = null;
        }
    }
}
