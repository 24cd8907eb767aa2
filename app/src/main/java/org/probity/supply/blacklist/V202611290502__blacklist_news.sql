-- Bans are rare and reach whoever belongs to the barred: each is news about everybody.
SELECT clearance.listen('blacklist', 'blacklist.matter');
SELECT clearance.listen('blacklist', 'blacklist.hearing');
SELECT clearance.listen('blacklist', 'blacklist.dropped');
SELECT clearance.listen('blacklist', 'blacklist.suspension');
SELECT clearance.listen('blacklist', 'blacklist.ban');
SELECT clearance.listen('blacklist', 'blacklist.tie');
