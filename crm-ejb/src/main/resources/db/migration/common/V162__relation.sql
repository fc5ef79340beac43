-- What one customer is to another: "from works for to", "from is the reseller of to", "from belongs to to".
create table customer_relation (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  from_id bigint not null,
  to_id bigint not null,
  relation_type varchar(24) not null,
  valid_from date,
  valid_to date,
  note varchar(200),
  recorded_at ${timestamp} not null,
  recorded_by varchar(200) not null,
  constraint customer_relation_public_id unique (public_id),
  constraint customer_relation_from foreign key (from_id) references customer (id),
  constraint customer_relation_to foreign key (to_id) references customer (id)
);
create index customer_relation_from on customer_relation (from_id, relation_type);
create index customer_relation_to on customer_relation (to_id, relation_type);

-- A customer who sells or brings in for the house: where, and what.
create table partner_account (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  partner_kind varchar(20) not null,
  territory varchar(200),
  product_scope varchar(400),
  since date,
  until date,
  constraint partner_account_public_id unique (public_id),
  constraint partner_account_customer unique (customer_id),
  constraint partner_account_of foreign key (customer_id) references customer (id)
);
create index customer_acquired_via on customer (acquired_via, sort_name);
create index customer_acquired_from on customer (acquired_from, sort_name);
