-- Suppliers that the register shows at the same address, phone or mail domain; those domains that everybody uses say nothing.
CREATE FUNCTION supplier.likeness(of_supplier uuid, public_domains text[])
RETURNS TABLE (other uuid, kind text)
LANGUAGE sql STABLE AS $$
    SELECT theirs.supplier, 'ADDRESS'
      FROM supplier.site AS ours
      JOIN supplier.site AS theirs ON lower(regexp_replace(theirs.address, '[[:space:][:punct:]]', '', 'g')) = lower(regexp_replace(ours.address, '[[:space:][:punct:]]', '', 'g'))
     WHERE ours.supplier = of_supplier AND theirs.supplier <> of_supplier
       AND length(regexp_replace(ours.address, '[[:space:][:punct:]]', '', 'g')) > 5
    UNION
    SELECT theirs.supplier, 'PHONE'
      FROM supplier.contact AS ours
      JOIN supplier.contact AS theirs ON regexp_replace(theirs.phone, '[^0-9]', '', 'g') = regexp_replace(ours.phone, '[^0-9]', '', 'g')
     WHERE ours.supplier = of_supplier AND theirs.supplier <> of_supplier
       AND length(regexp_replace(ours.phone, '[^0-9]', '', 'g')) > 6
    UNION
    SELECT theirs.supplier, 'EMAIL_DOMAIN'
      FROM supplier.contact AS ours
      JOIN supplier.contact AS theirs ON lower(split_part(theirs.email, '@', 2)) = lower(split_part(ours.email, '@', 2))
     WHERE ours.supplier = of_supplier AND theirs.supplier <> of_supplier
       AND split_part(ours.email, '@', 2) <> ''
       AND NOT lower(split_part(ours.email, '@', 2)) = ANY (public_domains)
$$;
