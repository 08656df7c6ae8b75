package org.tanzhang.cli;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.tanzhang.batch.Settings;
import org.tanzhang.intake.Acceptances;
import org.tanzhang.intake.ImportReport;

/** The application that the commands run in. */
@SpringBootApplication(
        scanBasePackages = {
            "org.tanzhang.batch",
            "org.tanzhang.intake.comparison",
            "org.tanzhang.intake.delivery",
            "org.tanzhang.intake.store",
            "org.tanzhang.intake.template",
            "org.tanzhang.ledger"
        })
@Import({ImportReport.class, Acceptances.class})
@EnableConfigurationProperties(Settings.class)
class Application {}
