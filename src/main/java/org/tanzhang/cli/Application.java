package org.tanzhang.cli;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application that the commands run in. */
@SpringBootApplication(scanBasePackages = "org.tanzhang")
@ConfigurationPropertiesScan("org.tanzhang")
class Application {}
