package org.vinculo.crm.segment;

/** Under which heading a field is offered. */
public enum SegmentTopic {
    CUSTOMER,
    CONTACT,
    VALUE,
    LIFECYCLE,
    PURCHASES,
    NEEDS
}
