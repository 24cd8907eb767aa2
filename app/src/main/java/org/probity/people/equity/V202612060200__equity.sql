-- Stock and options are a room of their own: their tables move out of the room of pay beside the wage, as they are; so does the rule by which what they hold of people is kept. Sealed rows stay in the schema pay.
CREATE SCHEMA equity;
ALTER TABLE reward.stock_plan SET SCHEMA equity;
ALTER TABLE reward.stock_plan_agreed SET SCHEMA equity;
ALTER TABLE reward.listing_rule SET SCHEMA equity;
ALTER TABLE reward.stock_granting SET SCHEMA equity;
ALTER TABLE reward.stock_granting_agreed SET SCHEMA equity;
ALTER TABLE reward.stock_terms SET SCHEMA equity;
ALTER TABLE reward.stock_event SET SCHEMA equity;
ALTER TABLE reward.stock_entered SET SCHEMA equity;
UPDATE labour.basis SET part = 'equity/stock' WHERE part = 'reward/stock';
