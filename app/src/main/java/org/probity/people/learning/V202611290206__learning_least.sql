-- Nobody passes what they have not read: the quiz is taken from a share of the minutes on that a version says.
ALTER TABLE learning.rule
    DROP CONSTRAINT learning_rule_known,
    ADD CONSTRAINT learning_rule_known CHECK (key IN (
        'completed-percent', 'feedback-days', 'answered-percent', 'answered-least', 'yearly-due-month', 'quiz-percent', 'quiz-tries', 'online-percent-most', 'online-percent-least'));

INSERT INTO learning.rule (key, from_day, value, source, set_at) VALUES
    ('online-percent-least', '2024-01-01', 20, 'our rule', '2024-01-01T00:00:00Z');
