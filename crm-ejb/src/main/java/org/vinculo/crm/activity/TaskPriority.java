package org.vinculo.crm.activity;

/** How urgent a task is; the most urgent first. */
public enum TaskPriority {
    HIGH,
    NORMAL,
    LOW
}
