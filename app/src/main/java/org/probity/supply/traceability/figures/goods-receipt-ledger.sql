-- The goods-receipt ledger states its own sum; every kilogram of it came from somebody in the rows. The register does not write the ledger.
SELECT coalesce((SELECT sum(stated_kilograms) FROM supplier.ledger_stated WHERE year = :year AND recorded_at <= :known_at), 0) AS stated,
       0::numeric AS other
