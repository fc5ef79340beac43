package org.vinculo.crm.interaction.internal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.List;
import org.vinculo.crm.document.Attachments;
import org.vinculo.crm.interaction.internal.InteractionFiles;
import org.vinculo.crm.notification.LetterFile;
import org.vinculo.crm.notification.LetterFiles;

/** The files of mails to customers: those at the conversation that the mail is. */
@ApplicationScoped
public class OutgoingFiles implements LetterFiles {

    @Inject
    Attachments attachments;

    @Override
    public List<LetterFile> find(List<String> ids) {
        return attachments.contents(InteractionFiles.OWNER, ids).stream()
                .filter(file -> Files.isReadable(file.path()))
                .map(file -> new LetterFile(file.name(), file.mediaType(), file.path()))
                .toList();
    }
}
