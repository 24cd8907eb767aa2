CREATE SCHEMA time;

-- Work for later: a row written in the transaction that causes it. The columns are the scheduler library's.
CREATE TABLE time.scheduled_task (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    state                text,
    CONSTRAINT scheduled_task_pk PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_task_execution_time ON time.scheduled_task (execution_time);
CREATE INDEX scheduled_task_last_heartbeat ON time.scheduled_task (last_heartbeat);
