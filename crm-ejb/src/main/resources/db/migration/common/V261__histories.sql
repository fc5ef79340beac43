-- Whoever has ten thousand entries is shown as fast as whoever has ten: the newest are the first of an index that holds
-- everything their order and their sums ask for, so rows are read only for what is shown.
drop index interaction_customer_time;
create index interaction_customer_time on interaction (customer_id, started_at desc, id desc, deleted_at, channel, direction, visibility, sentiment, ended_at);
drop index purchase_customer_at;
create index purchase_customer_at on purchase (customer_id, purchased_at desc, id desc, purchased_on, kind, currency, net_total, cost_total);
-- The story of a customer asks for some sorts of things, most of the trail is of others.
drop index audit_customer_time;
create index audit_customer_story on audit_entry (customer_id, entity, made_at, id);
drop index purchase_line_customer;
create index purchase_line_customer on purchase_line (customer_id, id desc);
