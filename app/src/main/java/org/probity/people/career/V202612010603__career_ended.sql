-- Why a step was taken by nobody: an application of somebody who is forgotten is withdrawn, or it would wait for ever.
ALTER TABLE career.step
    ADD COLUMN because text NOT NULL DEFAULT '',
    ADD CONSTRAINT step_because CHECK (because IN ('', 'FORGOTTEN') AND (because = '' OR state = 'WITHDRAWN'));
