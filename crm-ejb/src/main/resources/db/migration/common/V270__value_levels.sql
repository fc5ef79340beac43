-- The most valuable of a tier or a phase are the first of its range.
drop index customer_value_tier;
create index customer_value_tier on customer_value (tier, ltv desc, customer_id desc);
drop index customer_value_phase;
create index customer_value_phase on customer_value (phase, ltv desc, customer_id desc);
