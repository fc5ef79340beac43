package org.vinculo.crm.notification;

import java.util.List;

/** Finds the files that a mail carries when it is sent; the room that wrote the mail answers. */
public interface LetterFiles {

    /** Those that are still there, in the order asked for. */
    List<LetterFile> find(List<String> ids);
}
