package org.vinculo.crm.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vinculo.crm.platform.entity.Job;

/** The schema was there before the first query. */
@ExtendWith(ArquillianExtension.class)
class StartIT {

    @Inject
    Database database;

    @Test
    void everyMigrationWasApplied() {
        assertThat(database.sql("select \"script\" from \"flyway_schema_history\" where \"success\" = false"))
                .isEmpty();
        assertThat(database.sql("select \"version\" from \"flyway_schema_history\" where \"version\" is not null"))
                .hasSizeGreaterThan(5);
    }

    @Test
    void everyTableIsThereForItsEntity() {
        assertThat(database.query(Long.class, "select count(j) from Job j").get(0))
                .isNotNegative();
        assertThat(database.query(Job.class, "select j from Job j where j.id < 0"))
                .isEmpty();
    }
}
