-- Lists that begin with the most: Derby reads them in the order of an index only where the index goes that way.
drop index customer_value_gap;
create index customer_value_gap on customer_value (gap desc, customer_id);
drop index customer_churn_stake;
create index customer_churn_stake on customer_churn (at_stake desc, customer_id, chance);
