package org.vinculo.crm.demo.internal;

/** A colleague of the story who has an account. */
record Member(long id, String name, Long teamId) {}
