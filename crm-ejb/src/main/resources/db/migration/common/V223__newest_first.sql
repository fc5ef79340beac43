-- The latest customers and the latest changes are what people look at. Derby goes through an index only forwards.
drop index customer_created;
create index customer_created_desc on customer (created_at desc, id desc);
create index customer_changed_desc on customer (changed_at desc, id desc);
