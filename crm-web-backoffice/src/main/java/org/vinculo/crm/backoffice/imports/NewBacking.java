package org.vinculo.crm.backoffice.imports;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.ImportPreview;
import org.vinculo.crm.exchange.ImportProfile;
import org.vinculo.crm.exchange.ImportService;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.InvalidInput;

/** The upload of a file. */
@Named("importNew")
@RequestScoped
public class NewBacking {

    @EJB
    private ImportService imports;

    @Inject
    private Settings settings;

    private ImportKind kind = ImportKind.CUSTOMERS;
    private Part file;

    public String upload() throws IOException {
        if (file == null || file.getSize() == 0) {
            throw InvalidInput.field("file", "exchange.file.missing");
        }
        try (InputStream content = file.getInputStream()) {
            ImportPreview preview = imports.upload(content, file.getSubmittedFileName(), kind, ImportProfile.EMPTY);
            return "/imports/map?faces-redirect=true&file=" + preview.fileId();
        }
    }

    public ImportKind[] getKinds() {
        return ImportKind.values();
    }

    public int getMostMegabytes() {
        return settings.number(Setting.MAX_UPLOAD_MB);
    }

    public ImportKind getKind() {
        return kind;
    }

    public void setKind(ImportKind kind) {
        this.kind = kind;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
