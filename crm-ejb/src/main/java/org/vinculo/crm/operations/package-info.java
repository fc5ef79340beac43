/**
 * Running the installation: health, figures for monitoring, the status page, announced maintenance, backups.
 *
 * <p>{@code internal.data} moves whole databases: it knows tables and columns, not the business.
 */
@CrmModule(allowed = {"platform", "identity", "audit", "notification"})
package org.vinculo.crm.operations;

import org.vinculo.crm.shared.CrmModule;
