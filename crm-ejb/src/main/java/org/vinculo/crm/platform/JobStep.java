package org.vinculo.crm.platform;

/**
 * What a step achieved.
 *
 * @param checkpoint where the next step goes on, at most 4,000 characters
 * @param done units finished so far
 * @param total units in all, 0 while unknown
 * @param finished whether the work is complete
 * @param message key of a text about the present state, or null
 */
public record JobStep(String checkpoint, long done, long total, boolean finished, String message) {

    public static JobStep more(String checkpoint, long done, long total) {
        return new JobStep(checkpoint, done, total, false, null);
    }

    public static JobStep finished(long done) {
        return new JobStep(null, done, done, true, null);
    }
}
