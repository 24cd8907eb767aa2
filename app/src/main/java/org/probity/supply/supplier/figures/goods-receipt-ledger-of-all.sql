-- The goods-receipt ledger states its own sum. Whatever of it is not in the rows came from a supplier that was registered only after the period.
SELECT coalesce((SELECT sum(stated_kilograms)
                   FROM supplier.ledger
                  WHERE year = :year
                    AND recorded_at <= :known_at), 0) AS stated,
       coalesce((SELECT sum(receipt.kilograms)
                   FROM supplier.receipt
                   JOIN supplier.ledger ON ledger.id = receipt.ledger AND ledger.recorded_at <= :known_at
                   JOIN supplier.supplier ON supplier.id = receipt.supplier
                  WHERE receipt.day BETWEEN :from_day AND :until_day
                    AND (supplier.registered_at AT TIME ZONE 'Asia/Shanghai')::date
                        > least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date)), 0) AS other
