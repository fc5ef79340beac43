package org.vinculo.crm.platform;

/**
 * What a step gets to know.
 *
 * @param publicId name of the job for people and scripts
 * @param payload what was asked for, as given to {@link Jobs#submit}
 * @param checkpoint what the previous step returned, null for the first step
 * @param done units finished so far
 * @param total units in all, 0 while unknown
 */
public record JobContext(String publicId, String payload, String checkpoint, long done, long total) {}
