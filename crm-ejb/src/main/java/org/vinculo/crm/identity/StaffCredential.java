package org.vinculo.crm.identity;

import jakarta.security.enterprise.credential.Credential;

/** The secret that the back office keeps in the HTTP session of somebody who signed in. */
public record StaffCredential(String secret, boolean activity) implements Credential {}
