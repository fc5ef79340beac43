/**
 * What only a container shows: roles at the boundaries, one transaction for data and trail, the order of the start,
 * the job kernel. All tests share one start of Payara Micro.
 */
package org.vinculo.crm.container;
