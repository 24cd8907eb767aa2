-- Each report of the ERP states its own number of lines; orders, receipts and payments of other years are not this figure's.
SELECT coalesce((SELECT sum(stated_rows) FROM clearance.report_known WHERE reported_at <= :known_at), 0)::numeric AS stated,
       (SELECT count(*) FROM clearance.deed_known WHERE reported_at <= :known_at AND (kind <> 'PAYMENT' OR day NOT BETWEEN :from_day AND :until_day))::numeric AS other
