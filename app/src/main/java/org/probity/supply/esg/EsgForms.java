package org.probity.supply.esg;

import org.probity.shapes.form.Form;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The questions, every version of each set. */
@Configuration
class EsgForms {
    @Bean
    static Form process1() {
        return Form.file(EsgForms.class, "packs/process-1.txt");
    }

    @Bean
    static Form social1() {
        return Form.file(EsgForms.class, "packs/social-1.txt");
    }

    @Bean
    static Form ehs1() {
        return Form.file(EsgForms.class, "packs/ehs-1.txt");
    }

    @Bean
    static Form environment1() {
        return Form.file(EsgForms.class, "packs/environment-1.txt");
    }

    @Bean
    static Form form1() {
        return Form.file(EsgForms.class, "packs/form-1.txt");
    }
}
