package org.vinculo.crm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process has taken of the processors: the first number of {@code /proc/PID/task/N/schedstat}, nanoseconds, of all
 * its threads. The threads that compile are told apart by their names.
 *
 * @param working of all threads but those of the compiler: requests, garbage collection, background work
 * @param compiling of the threads of the JVM's compiler
 */
record ProcessorTime(double working, double compiling) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<String> COMPILERS = List.of("C1 Compiler", "C2 Compiler");

    /** Milliseconds until now. */
    static ProcessorTime of(long pid) {
        double working = 0;
        double compiling = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads.toList()) {
                try {
                    String name = Files.readString(thread.resolve("comm")).strip();
                    String all = Files.readString(thread.resolve("schedstat")).split(" ")[0];
                    double millis = Long.parseLong(all) / NANOS_PER_MILLI;
                    if (COMPILERS.stream().anyMatch(name::startsWith)) {
                        compiling += millis;
                    } else {
                        working += millis;
                    }
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

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(working - before.working, compiling - before.compiling);
    }

    ProcessorTime plus(ProcessorTime other) {
        return new ProcessorTime(working + other.working, compiling + other.compiling);
    }
}
