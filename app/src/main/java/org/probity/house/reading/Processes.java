package org.probity.house.reading;

import org.probity.formats.worker.ReadingWorker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the readers. They start with the first file, so a house that reads nothing keeps no process. */
@Configuration
class Processes {
    @Bean(destroyMethod = "close")
    Readers fileReaders() {
        return new Readers(ReadingWorker.Terms.of(System.getProperty("java.class.path")).running(SheetProcess.class.getName()));
    }
}
