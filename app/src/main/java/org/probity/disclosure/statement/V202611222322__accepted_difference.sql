-- Why whoever prepared an edition let a figure's control difference stand; printed beside the figure and sealed with it.
ALTER TABLE statement.edition_figure
    ADD COLUMN accepted_en text,
    ADD COLUMN accepted_zh text,
    ADD CONSTRAINT accepted_in_both_languages CHECK ((accepted_en IS NULL) = (accepted_zh IS NULL));
