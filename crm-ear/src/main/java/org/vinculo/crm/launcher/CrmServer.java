package org.vinculo.crm.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The process that a person starts: checks, starts the server as a child with the right JVM flags, and stays with it. */
public final class CrmServer {
    private static final String CHILD = "crm.launcher.child";
    private static final long STOP_SECONDS = 45;

    /**
     * The optimising compiler waits for methods called twenty times as often as by default: else it spends most of one core
     * of a small machine on code that only the start runs. What requests run gets there within the first hundred pages.
     */
    private static final List<String> LATE_OPTIMISER = List.of(
            "-XX:Tier4InvocationThreshold=100000",
            "-XX:Tier4MinInvocationThreshold=12000",
            "-XX:Tier4CompileThreshold=300000",
            "-XX:Tier4BackEdgeThreshold=800000");

    private final Terminal terminal = new Terminal();

    private CrmServer() {}

    /** Entry point of {@code crm-server.jar}. */
    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        if (Boolean.getBoolean(CHILD)) {
            new Server(installation()).run(given);
        } else if (DataCommand.isAskedBy(given)) {
            System.exit(new DataCommand(installation()).run(given));
        } else {
            System.exit(new CrmServer().launch(given));
        }
    }

    private int launch(List<String> arguments) {
        try {
            if (!arguments.isEmpty() && GenerateCommand.NAME.equals(arguments.get(0))) {
                new GenerateCommand(installation(), terminal).run(arguments.subList(1, arguments.size()));
                return 0;
            }
            Options options = Options.parse(arguments);
            if (options.help()) {
                terminal.say(Options.usage());
                return 0;
            }
            Configuration configuration = Configuration.of(options, System.getenv());
            DataFolder folder = new DataFolder(configuration.data());
            folder.create();
            Checks.settingsFile(configuration, folder);
            Optional<Path> provision = configuration.provisionFile();
            if (provision.isPresent()) {
                Checks.provisionFile(provision.get());
            }
            Checks.portIsFree(configuration.address(), configuration.port());
            return supervise(command(folder, arguments));
        } catch (StartFailure e) {
            terminal.fail(e.getMessage());
            return e.exitCode();
        }
    }

    private int supervise(List<String> command) throws StartFailure {
        ProcessBuilder builder = new ProcessBuilder(command);
        // Standard input is a pipe that nobody writes to: its end tells the child that this process is gone.
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process server = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop server"));
            return server.waitFor();
        } catch (IOException e) {
            throw new StartFailure("the server process cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted.", e);
        }
    }

    private static void stop(Process server) {
        // Not Process.destroy: it closes the pipe as well, and the child would take that for the death of its parent.
        server.toHandle().destroy();
        try {
            if (!server.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
    }

    private static List<String> command(DataFolder folder, List<String> arguments) {
        Path jar = jar();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D" + CHILD + "=true");
        command.add("-Duser.timezone=UTC");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.awt.headless=true");
        command.add("-Djava.io.tmpdir=" + folder.temporary());
        command.add("-XX:ErrorFile=" + folder.logs().resolve("jvm-crash-%p.log"));
        // Warnings of the JVM go to a file: standard output belongs to the ready line.
        command.add("-Xlog:disable");
        command.add("-Xlog:all=warning:file=" + folder.logs().resolve("jvm.log") + ":time,level,tags");
        List<String> given =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String more = System.getenv("CRM_JAVA_OPTIONS");
        if (more != null && !more.isBlank()) {
            given.addAll(List.of(more.strip().split("\\s+")));
        }
        command.addAll(ClassArchive.flags(jar, folder, given));
        command.addAll(LATE_OPTIMISER);
        // Loading the application's classes is no reason to look for garbage.
        command.add("-XX:MetaspaceSize=256m");
        command.addAll(given);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    private static Path jar() {
        try {
            return Path.of(CrmServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The server's jar has no place", e);
        }
    }

    private static Path installation() {
        return jar().getParent();
    }
}
