package org.vinculo.crm.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some people who do the same thing again and again. */
final class Run implements AutoCloseable {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Person> people;
    private final long pid;
    private final ExecutorService threads;

    Run(List<Person> people, long pid) {
        this.people = people;
        this.pid = pid;
        this.threads = Executors.newFixedThreadPool(people.size());
    }

    /** One round of a person: how long each answer took in nanoseconds, minus that when it was wrong. */
    private interface Round {
        long[] by(Person person, List<Object> prepared);
    }

    Measured measure(Visit visit, int customers, Duration howLong) {
        List<long[]> times = new ArrayList<>();
        double working = 0;
        double compiling = 0;
        long spent = 0;
        while (spent < howLong.toNanos()) {
            List<List<Object>> prepared = prepare(visit);
            long left = howLong.toNanos() - spent;
            ProcessorTime before = ProcessorTime.of(pid);
            long start = System.nanoTime();
            times.addAll(all(
                    prepared,
                    (person, things) ->
                            things.isEmpty() ? forTime(visit, person, start + left) : each(visit, person, things)));
            spent += System.nanoTime() - start;
            ProcessorTime after = ProcessorTime.of(pid);
            working += after.workingSince(before);
            compiling += after.compilingSince(before);
        }
        long[] answers = times.stream().flatMapToLong(Arrays::stream).toArray();
        long errors = Arrays.stream(answers).filter(time -> time < 0).count();
        double[] sorted = Arrays.stream(answers)
                .mapToDouble(time -> Math.abs(time) / NANOS_PER_MILLI)
                .sorted()
                .toArray();
        return new Measured(
                visit.name(),
                customers,
                people.size(),
                sorted.length,
                errors,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted.length / (spent / NANOS_PER_SECOND),
                working / sorted.length,
                compiling / sorted.length);
    }

    private List<List<Object>> prepare(Visit visit) {
        List<Callable<List<Object>>> work = new ArrayList<>();
        for (Person person : people) {
            work.add(() -> {
                List<Object> things = new ArrayList<>();
                for (int i = 0; i < visit.atOnce(); i++) {
                    things.add(visit.prepare().by(person));
                }
                return things;
            });
        }
        return results(work);
    }

    private List<long[]> all(List<List<Object>> prepared, Round round) {
        List<Callable<long[]>> work = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            List<Object> things = prepared.get(i);
            work.add(() -> round.by(person, things));
        }
        return results(work);
    }

    private static long[] forTime(Visit visit, Person person, long end) {
        List<Long> times = new ArrayList<>();
        do {
            times.add(once(visit, person, null));
        } while (System.nanoTime() < end);
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private static long[] each(Visit visit, Person person, List<Object> things) {
        return things.stream().mapToLong(thing -> once(visit, person, thing)).toArray();
    }

    private static long once(Visit visit, Person person, Object prepared) {
        long start = System.nanoTime();
        boolean right = visit.perform().by(person, prepared);
        long took = System.nanoTime() - start;
        return right ? took : -took;
    }

    private <T> List<T> results(List<Callable<T>> work) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
