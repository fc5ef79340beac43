package org.vinculo.crm.bench;

/**
 * What came out.
 *
 * @param median milliseconds until the answer was complete
 * @param p95 milliseconds that 95 of a hundred answers took at most
 * @param perSecond answers a second
 * @param cpu milliseconds of the processors for one answer, without the JVM's compiler
 * @param compiling milliseconds of the JVM's compiler for one answer
 */
record Measured(
        String visit,
        int customers,
        int users,
        long requests,
        long errors,
        double median,
        double p95,
        double perSecond,
        double cpu,
        double compiling) {}
