-- Courses are taken by the shape that staff's courses use too; what stood here moves there. A campaign's own noun stays: who takes which of its courses.
CREATE TABLE exchange.taking (
    taking   uuid NOT NULL PRIMARY KEY,
    campaign uuid NOT NULL,
    course   text NOT NULL,
    circle   text NOT NULL,
    guest    uuid NOT NULL,
    party    uuid,
    CONSTRAINT taken_once UNIQUE (campaign, circle, guest, course),
    FOREIGN KEY (campaign, circle, guest) REFERENCES exchange.asked,
    FOREIGN KEY (campaign, course) REFERENCES exchange.campaign_course
);
CREATE INDEX taking_by_party ON exchange.taking (party) WHERE party IS NOT NULL;

INSERT INTO exchange.taking (taking, campaign, course, circle, guest, party)
SELECT gen_random_uuid(), took.campaign, took.course, took.circle, took.guest,
       coalesce((SELECT attempt.party FROM exchange.attempt
                  WHERE attempt.campaign = took.campaign AND attempt.course = took.course AND attempt.circle = took.circle AND attempt.guest = took.guest ORDER BY no DESC LIMIT 1), asked.party)
  FROM (SELECT campaign, course, circle, guest FROM exchange.page_read UNION SELECT campaign, course, circle, guest FROM exchange.attempt) AS took
  JOIN exchange.asked ON asked.campaign = took.campaign AND asked.circle = took.circle AND asked.guest = took.guest;

-- Time online was not counted then.
INSERT INTO course.taking (id, circle, who, sha256, seconds_most, begun_at)
SELECT taking.taking, taking.circle, taking.guest, course.sha256, 0,
       least((SELECT min(at) FROM exchange.page_read AS read WHERE read.campaign = taking.campaign AND read.course = taking.course AND read.circle = taking.circle AND read.guest = taking.guest),
             (SELECT min(at) FROM exchange.attempt WHERE attempt.campaign = taking.campaign AND attempt.course = taking.course AND attempt.circle = taking.circle AND attempt.guest = taking.guest))
  FROM exchange.taking
  JOIN exchange.campaign_course AS course ON course.campaign = taking.campaign AND course.course = taking.course;

INSERT INTO course.page_read (taking, page, at)
SELECT taking.taking, read.page, read.at
  FROM exchange.page_read AS read
  JOIN exchange.taking ON taking.campaign = read.campaign AND taking.course = read.course AND taking.circle = read.circle AND taking.guest = read.guest;

INSERT INTO course.attempt (id, taking, no, questions, right_answers, needed_percent, answers, seconds, day, at, record)
SELECT attempt.id, taking.taking, attempt.no, attempt.questions, attempt.right_answers, attempt.needed_percent, attempt.answers, 0, attempt.day, attempt.at, attempt.record
  FROM exchange.attempt
  JOIN exchange.taking ON taking.campaign = attempt.campaign AND taking.course = attempt.course AND taking.circle = attempt.circle AND taking.guest = attempt.guest;

DROP TABLE exchange.page_read;
DROP TABLE exchange.attempt;

ALTER TABLE exchange.taking ADD CONSTRAINT taking_of_the_shape FOREIGN KEY (taking) REFERENCES course.taking;

CREATE VIEW exchange.page_read AS
    SELECT taking.campaign, taking.course, taking.circle, taking.guest, known.page, known.at
      FROM exchange.taking
      JOIN course.page_known AS known ON known.taking = taking.taking;

CREATE VIEW exchange.attempt AS
    SELECT handed_in.id, taking.campaign, taking.course, taking.circle, taking.guest, taking.party, handed_in.no, handed_in.questions, handed_in.right_answers, handed_in.needed_percent,
           handed_in.passed, handed_in.day, handed_in.at, handed_in.record
      FROM exchange.taking
      JOIN course.handed_in ON handed_in.taking = taking.taking;
