package org.tanzhang.cli;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.tanzhang.batch.Settings;
import org.tanzhang.intake.Acceptances;
import org.tanzhang.intake.ImportReport;

/** The application that the commands run in. */
@SpringBootConfiguration
@ComponentScan({
    "org.tanzhang.batch",
    "org.tanzhang.intake.comparison",
    "org.tanzhang.intake.delivery",
    "org.tanzhang.intake.store",
    "org.tanzhang.intake.template",
    "org.tanzhang.ledger"
})
// named one by one: to ask each of the hundred and more that there are takes a tenth of a short command
@ImportAutoConfiguration({
    BatchJdbcAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class
})
@Import({ImportReport.class, Acceptances.class})
@EnableConfigurationProperties(Settings.class)
class Application {}
