package org.vinculo.crm.identity;

import jakarta.security.enterprise.credential.Credential;

/** The token that a program sends with a request. */
public record TokenCredential(String token) implements Credential {}
