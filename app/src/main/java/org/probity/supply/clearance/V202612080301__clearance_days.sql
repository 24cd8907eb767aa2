-- The day of an approval and of its withdrawal is the company's day, not that of the database: before eight in the morning they differ.
CREATE OR REPLACE FUNCTION clearance.excepted(of_supplier uuid, of_rule text, of_act text, on_day date)
 RETURNS TABLE(exception uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT exception.id
      FROM clearance.exception
      JOIN clearance.approval ON approval.exception = exception.id
      LEFT JOIN clearance.withdrawal ON withdrawal.exception = exception.id
     WHERE exception.supplier = of_supplier
       AND of_rule = ANY (exception.rules)
       AND of_act = ANY (exception.acts)
       AND on_day <= exception.until_day
       AND on_day >= (approval.approved_at AT TIME ZONE 'Asia/Shanghai')::date
       AND (withdrawal.withdrawn_at IS NULL OR on_day <= (withdrawal.withdrawn_at AT TIME ZONE 'Asia/Shanghai')::date)
$function$;
