/** Fills a database with believable data of any size, straight through JDBC. */
package org.vinculo.crm.demo.internal.bulk;
