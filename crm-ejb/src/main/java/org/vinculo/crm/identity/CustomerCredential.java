package org.vinculo.crm.identity;

import jakarta.security.enterprise.credential.Credential;

/** The secret that the portal keeps in the HTTP session of somebody who signed in. */
public record CustomerCredential(String secret, boolean activity) implements Credential {}
