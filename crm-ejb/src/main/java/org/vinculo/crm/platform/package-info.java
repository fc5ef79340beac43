/**
 * What the application needs from the machine it runs on: settings, the data source, migrations, long work.
 *
 * <p>Long work runs in the job kernel: small chunks, each with its checkpoint in the same transaction as its data, so
 * that a killed server goes on where it was. Jakarta Batch was tried and cannot keep its repository in Derby.
 */
@CrmModule(allowed = {})
package org.vinculo.crm.platform;

import org.vinculo.crm.shared.CrmModule;
