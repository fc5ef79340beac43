/** The pages about one's own account, which are the same at both doors; the door decides the realm. */
package org.vinculo.crm.ui.account;
