-- The ERP states the sum of each month's invoices by itself.
SELECT coalesce((SELECT sum(stated_amount) FROM payment.newest(:known_at) WHERE due_month BETWEEN :from_day AND :until_day), 0)::numeric AS stated,
       0::numeric AS other
