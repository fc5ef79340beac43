package org.vinculo.crm.activity;

/** Whether an appointment takes place. */
public enum AppointmentState {
    PLANNED,
    CANCELLED
}
