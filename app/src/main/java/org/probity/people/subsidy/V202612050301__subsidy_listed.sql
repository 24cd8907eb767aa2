-- For other rooms: what stands in lists for payroll that were made between two moments, by whom it is for.
CREATE FUNCTION subsidy.listed(from_moment timestamptz, until_moment timestamptz)
RETURNS TABLE (person uuid, yuan numeric)
LANGUAGE sql STABLE AS $$
    SELECT claim.person, sum(line.amount)
      FROM subsidy.line
      JOIN subsidy.payment ON payment.id = line.payment
      JOIN subsidy.claim ON claim.id = line.claim
     WHERE payment.made_at >= from_moment AND payment.made_at < until_moment
     GROUP BY claim.person
$$;
