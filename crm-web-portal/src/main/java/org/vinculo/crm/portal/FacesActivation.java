package org.vinculo.crm.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.annotation.FacesConfig;

/** Switches Faces on in this web module. */
@FacesConfig
@ApplicationScoped
public class FacesActivation {}
