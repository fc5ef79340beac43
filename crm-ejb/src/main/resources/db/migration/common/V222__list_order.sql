-- What the list of customers is put in order by. Indexes stand in both directions: Derby goes through one only forwards.

-- When each customer was last spoken with; one row a customer who ever was.
create table last_contact (
  customer_id bigint not null primary key,
  last_at ${timestamp} not null,
  constraint last_contact_customer foreign key (customer_id) references customer (id)
);
insert into last_contact (customer_id, last_at)
  select customer_id, max(started_at) from interaction where deleted_at is null group by customer_id;
create index last_contact_first on last_contact (last_at, customer_id);
create index last_contact_newest on last_contact (last_at desc, customer_id desc);

create index customer_value_ltv_desc on customer_value (ltv desc, customer_id desc);
create index customer_value_tier_of on customer_value (tier, customer_id);

drop index customer_owner_name;
create index customer_owner_name on customer (owner_id, sort_name, id);
