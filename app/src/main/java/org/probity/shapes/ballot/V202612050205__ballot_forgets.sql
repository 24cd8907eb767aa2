-- Who asked for tokens is forgotten as their round is counted; how many there were stands in its closing.
DELETE FROM ballot.issued USING ballot.closing WHERE closing.round = issued.round;
