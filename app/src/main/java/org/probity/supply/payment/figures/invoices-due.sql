-- Invoices that fell due in the period, by supplier: what of them was paid by the day agreed, how many days the paid ones took from the day they were
-- received, and what suppliers that the ERP has as small or medium-sized still waited for at the end of the period, or today while it runs.
--
-- Counted: suppliers with an invoice in the newest report of each due month. A month that nobody has reported yet is not here.
-- In time: the day it was paid is not after its due day. Paid before it was received counts as no days.
-- Overdue to small ones: due by then, and not paid by then; an invoice paid since is overdue all the same as of the end of a period that is over.
-- Left out: nothing. The size of a supplier is what the ERP said with the invoice.
-- Known edge: an invoice whose due day was moved into another month stands in both months if the ERP does not report the first one anew.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh,
       NULL::text AS reason,
       jsonb_build_object('amount', sum(invoice.amount)::text,
                          'in-time', coalesce(sum(invoice.amount) FILTER (WHERE invoice.paid_day <= invoice.due_day), 0)::text,
                          'days', coalesce(sum(greatest(invoice.paid_day - invoice.received_day, 0)) FILTER (WHERE invoice.paid_day IS NOT NULL), 0),
                          'paid', count(invoice.paid_day),
                          'overdue-small', coalesce(sum(invoice.amount) FILTER (WHERE invoice.size = 'SMALL' AND invoice.due_day < ends.day
                                                                                  AND (invoice.paid_day IS NULL OR invoice.paid_day > ends.day)), 0)::text) AS inputs,
       jsonb_build_object('payment.invoices', count(*), 'payment.late', count(*) FILTER (WHERE invoice.paid_day > invoice.due_day),
                          'payment.unpaid', count(*) FILTER (WHERE invoice.paid_day IS NULL)) AS facts,
       jsonb_agg(DISTINCT jsonb_build_object('kind', 'payment.report', 'record', newest.record, 'class', 'statement')) AS evidence
  FROM ends
 CROSS JOIN payment.newest(:known_at) AS newest
  JOIN payment.invoice ON invoice.report = newest.report
  JOIN supplier.name ON name.id = invoice.supplier
 WHERE newest.due_month BETWEEN :from_day AND :until_day
 GROUP BY name.id, name.number, name.name_en, name.name_zh
 ORDER BY name.id
