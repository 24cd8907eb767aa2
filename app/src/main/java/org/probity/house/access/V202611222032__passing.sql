-- What a person is signed in with today is no record: a restored house asks everybody to sign in.
COMMENT ON TABLE access.session IS 'Not in backups.';
COMMENT ON TABLE access.session_attributes IS 'Not in backups.';
