/**
 * Faces code that both web modules share: tags, texts for pages, formats, lazy tables, navigation, and the filters
 * and error handling at the doors. No business.
 *
 * <p>Rooms contribute through {@link org.vinculo.crm.ui.NavigationPart} and {@link org.vinculo.crm.ui.HomePart};
 * this package knows none of them.
 */
@CrmModule(allowed = {"platform", "identity"})
package org.vinculo.crm.ui;

import org.vinculo.crm.shared.CrmModule;
