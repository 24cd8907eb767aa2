-- Of how many people payroll's file that counts tells; some of them have no document that says their sex.
SELECT coalesce(sum(counted.people), 0)::numeric AS stated, coalesce(sum(told.left_out), 0)::numeric AS other
  FROM payroll.gap_told(:year, :known_at) AS told JOIN payroll.counted ON counted.file = told.file
