-- The goods-receipt ledger states its own sum; whatever of it is not in the rows must be material without tin.
SELECT coalesce((SELECT sum(stated_kilograms)
                   FROM supplier.ledger
                  WHERE year = :year
                    AND recorded_at <= :known_at), 0) AS stated,
       coalesce((SELECT sum(kilograms)
                   FROM supplier.receipt
                   JOIN supplier.ledger ON ledger.id = receipt.ledger AND ledger.recorded_at <= :known_at
                  WHERE receipt.day BETWEEN :from_day AND :until_day
                    AND NOT EXISTS (SELECT
                                      FROM supplier.content
                                     WHERE content.material = receipt.material
                                       AND content.cas = '7440-31-5'
                                       AND content.mass_share > 0
                                       AND content.valid @> receipt.day
                                       AND content.recorded @> :known_at)), 0) AS other
