/**
 * The refresh of all figures as a job that can be killed at any step.
 *
 * <p>Three passes over the customers in the order of their ids, a chunk of them a step: purchases are read once and summed up
 * in {@code customer_history}; models and cuts are fitted on that; then every customer is scored, put in a tier and replayed
 * through the phases, and only that last pass changes what people see. Each pass can be run again without harm.
 */
package org.vinculo.crm.value.internal.refresh;
