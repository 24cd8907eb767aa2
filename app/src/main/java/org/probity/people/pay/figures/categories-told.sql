-- Of how many people the year was told; some are in grades too small to be told by themselves.
SELECT coalesce(sum(told.women + told.men), 0)::numeric AS stated,
       coalesce(sum(told.women + told.men - coalesce((SELECT sum(category.women + category.men) FROM payroll.gap_category AS category WHERE category.gap = told.id), 0)), 0)::numeric AS other
  FROM payroll.gap_told(:year, :known_at) AS told
