-- A chapter tells of its systems between governance and practices: the lifecycle of suppliers, careers, training.
ALTER TABLE statement.chapter_text DROP CONSTRAINT part_known;
ALTER TABLE statement.chapter_text ADD CONSTRAINT part_known
    CHECK (part IN ('AREA', 'TITLE', 'STAND', 'STRATEGY', 'PLEDGE', 'GOVERNANCE', 'SYSTEMS', 'PRACTICES', 'TARGETS', 'PERFORMANCE', 'KNOWING', 'WRONG'));
