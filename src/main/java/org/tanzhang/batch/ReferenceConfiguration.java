package org.tanzhang.batch;

import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanzhang.code.Carrier;
import org.tanzhang.intake.form.FormLibrary;
import org.tanzhang.intake.reading.StatementReader;
import org.tanzhang.intake.reference.ReferenceData;
import org.tanzhang.intake.rule.RuleLibrary;
import org.tanzhang.intake.workbook.WorkbookReader;
import org.tanzhang.quality.RuleBook;

/** The reference data and the reader, made once. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

    @Bean
    ReferenceData referenceData(Settings settings) {
        return ReferenceData.in(settings.referenceFolder());
    }

    @Bean
    FormLibrary formLibrary(Settings settings, ReferenceData reference) {
        return FormLibrary.with(
                settings.formsFolder(),
                reference.codes().carriers().all().stream().map(Carrier::code).collect(Collectors.toSet()));
    }

    @Bean
    RuleLibrary ruleLibrary(Settings settings) {
        return RuleLibrary.with(settings.rulesFile());
    }

    @Bean
    RuleBook ruleBook(RuleLibrary rules) {
        return rules.book();
    }

    @Bean
    StatementReader statementReader(ReferenceData reference, FormLibrary forms, RuleBook rules, Settings settings) {
        return new StatementReader(
                reference.codes(), reference.units(), forms, rules, new WorkbookReader(settings.budget()));
    }
}
