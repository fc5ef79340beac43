package org.vinculo.crm.segment;

import java.io.Serializable;

/**
 * What is entered about a segment.
 *
 * @param publicId null for a new one
 * @param version as it was read
 * @param rule null leaves the sentence as it is, as for a frozen one
 */
public record SegmentForm(
        String publicId, long version, String name, String description, boolean shared, SegmentRule rule)
        implements Serializable {}
