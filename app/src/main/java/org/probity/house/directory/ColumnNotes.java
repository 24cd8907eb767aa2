package org.probity.house.directory;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.probity.house.access.Forgetting;
import org.probity.house.access.RealTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * PostgreSQL notes frequent and typical values of each column, from which it plans its questions ({@code pg_stats}), and keeps them when the rows are gone: of a table that is empty now, for ever. After somebody
 * was forgotten the notes of all words and ids are thrown away and written anew from what is still there. One round for all who were forgotten within the same hour, once that hour and the next have
 * passed, by when their transactions are over.
 */
@Component
class ColumnNotes {
    private static final TaskDescriptor<Void> ANEW = TaskDescriptor.of("directory.column-notes");

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        Task<Void> notingColumnsAnew(ColumnNotes notes) {
            return Tasks.oneTime(ANEW).execute((task, context) -> notes.anew());
        }
    }

    private final JdbcClient db;
    private final ObjectProvider<SchedulerClient> jobs;
    private final RealTime time;

    ColumnNotes(JdbcClient db, ObjectProvider<SchedulerClient> jobs, RealTime time) {
        this.db = db;
        this.jobs = jobs;
        this.time = time;
    }

    @EventListener({Forgetting.Forgotten.class, Directory.Forgotten.class})
    void somebodyWasForgotten() {
        var hour = time.now().truncatedTo(ChronoUnit.HOURS);
        jobs.getObject().scheduleIfNotExists(ANEW.instance(hour.toString()).scheduledTo(hour.plus(Duration.ofHours(2))));
    }

    /** Tables that belong to another role are left out: what lies there is sealed. */
    void anew() {
        db.sql("""
                SELECT pg_clear_attribute_stats(stats.schemaname::text, stats.tablename::text, stats.attname::text, stats.inherited)::text
                  FROM pg_stats AS stats
                  JOIN pg_namespace AS place ON place.nspname = stats.schemaname
                  JOIN pg_class AS kept ON kept.relnamespace = place.oid AND kept.relname = stats.tablename
                  JOIN pg_attribute AS field ON field.attrelid = kept.oid AND field.attname = stats.attname
                  JOIN pg_type AS type ON type.oid = field.atttypid
                 WHERE pg_get_userbyid(kept.relowner) = current_user
                   AND type.typcategory NOT IN ('B', 'D', 'E', 'N', 'T')
                """).query((row, n) -> n).list();
        db.sql("ANALYZE").update();
    }
}
