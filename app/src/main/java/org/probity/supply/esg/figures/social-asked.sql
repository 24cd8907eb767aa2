-- Each campaign for the form on social responsibility states how many it asked who had not been asked before.
SELECT coalesce((SELECT sum(asked) FROM esg.campaign WHERE form = 'social' AND year = :year AND opened_at <= :known_at), 0) AS stated,
       0::numeric AS other
