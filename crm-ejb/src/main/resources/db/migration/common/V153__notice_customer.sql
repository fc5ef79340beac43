-- Notices name customers; they go when the customer is forgotten.
alter table notice add column customer_id bigint;
create index notice_customer on notice (customer_id);
