/** Rows of promises, tasks and appointments. */
package org.vinculo.crm.activity.entity;
