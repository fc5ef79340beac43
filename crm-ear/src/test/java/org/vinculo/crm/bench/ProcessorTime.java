package org.vinculo.crm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a process has taken of the processors: the first number of {@code /proc/PID/task/N/schedstat}, nanoseconds, of each
 * of its threads. The threads that compile are told apart by their names.
 *
 * @param working milliseconds by thread, of all but the compiler's: requests, garbage collection, background work
 * @param compiling milliseconds by thread, of the JVM's compiler
 */
record ProcessorTime(Map<String, Double> working, Map<String, Double> compiling) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<String> COMPILERS = List.of("C1 Compiler", "C2 Compiler");

    /** From the start of the process until now. */
    static ProcessorTime of(long pid) {
        Map<String, Double> working = new HashMap<>();
        Map<String, Double> compiling = new HashMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads.toList()) {
                try {
                    String name = Files.readString(thread.resolve("comm")).strip();
                    String all = Files.readString(thread.resolve("schedstat")).split(" ")[0];
                    (COMPILERS.stream().anyMatch(name::startsWith) ? compiling : working)
                            .put(thread.getFileName().toString(), Long.parseLong(all) / NANOS_PER_MILLI);
                } catch (IOException ended) {
                    // A thread may end between being listed and being read; its time is lost.
                    continue;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("This system does not say what process " + pid + " takes", e);
        }
        return new ProcessorTime(working, compiling);
    }

    double workingSince(ProcessorTime before) {
        return since(working, before.working);
    }

    double compilingSince(ProcessorTime before) {
        return since(compiling, before.compiling);
    }

    private static double since(Map<String, Double> now, Map<String, Double> before) {
        return now.entrySet().stream()
                .mapToDouble(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0.0))
                .sum();
    }
}
