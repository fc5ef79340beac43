package org.vinculo.crm.backoffice.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.TokenService;
import org.vinculo.crm.identity.TokenView;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;
import org.vinculo.crm.ui.Viewer;

/** The tokens of programs that use the REST API. */
@Named
@ViewScoped
public class TokensBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private TokenService service;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Feedback feedback;

    private List<TokenView> tokens;
    private String name;
    private List<String> permissions = new ArrayList<>();
    private LocalDate expiresAt;
    private String created;
    private final Once once = new Once();

    @PostConstruct
    void load() {
        tokens = service.list();
    }

    public void create() {
        Set<Permission> chosen = EnumSet.noneOf(Permission.class);
        permissions.forEach(permission -> chosen.add(Permission.valueOf(permission)));
        Instant until = expiresAt == null
                ? null
                : expiresAt.plusDays(1).atStartOfDay(viewer.getZone()).toInstant();
        created = once.run(() -> service.create(name, chosen, until), name, chosen, until);
        name = null;
        permissions = new ArrayList<>();
        expiresAt = null;
        load();
    }

    public void revoke(TokenView token) {
        service.revoke(token.id());
        feedback.done("identity.tokens.revoked", token.name());
        created = null;
        once.forget();
        load();
    }

    /** What the person may give away. */
    public List<Permission> getGrantable() {
        return service.grantable();
    }

    public List<TokenView> getTokens() {
        return tokens;
    }

    /** The new token, shown once. */
    public String getCreated() {
        return created;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<String> getPermissions() {
        return permissions;
    }

    public void setPermissions(List<String> permissions) {
        this.permissions = permissions;
    }

    public LocalDate getExpiresAt() {
        return expiresAt;
    }

    public void setExpiresAt(LocalDate expiresAt) {
        this.expiresAt = expiresAt;
    }
}
