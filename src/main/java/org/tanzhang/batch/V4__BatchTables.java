package org.tanzhang.batch;

import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Spring Batch's own tables, from the script that the framework ships, in schema {@code batch}. */
@Component
class V4__BatchTables extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        String script = new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("set local search_path to batch");
            statement.execute(script);
        }
    }
}
