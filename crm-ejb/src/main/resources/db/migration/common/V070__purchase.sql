create table purchase (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  -- What makes two lines one purchase: currency and document number, or the line itself.
  purchase_key varchar(100) not null,
  document_number varchar(80),
  purchased_at ${timestamp} not null,
  purchased_on date not null,
  kind varchar(10) not null,
  cancelled ${boolean} not null,
  channel varchar(40),
  currency varchar(3) not null,
  net_total numeric(19, 4) not null,
  cost_total numeric(19, 4),
  line_count integer not null,
  origin varchar(20) not null,
  recorded_at ${timestamp} not null,
  recorded_by varchar(200) not null,
  constraint purchase_public_id unique (public_id),
  constraint purchase_purchase_key unique (purchase_key, customer_id),
  constraint purchase_customer foreign key (customer_id) references customer (id)
);
create index purchase_customer_at on purchase (customer_id, purchased_at, id);
create index purchase_document on purchase (document_number);

create table purchase_line (
  id bigint not null primary key,
  version bigint not null,
  purchase_id bigint not null,
  customer_id bigint not null,
  -- The same for the same line of the same file, so that importing it again changes nothing.
  row_key varchar(22) not null,
  product varchar(200),
  description varchar(200),
  quantity numeric(19, 4) not null,
  unit_price numeric(19, 4),
  discount numeric(19, 4),
  amount numeric(19, 4) not null,
  cost numeric(19, 4),
  constraint purchase_line_row_key unique (row_key),
  constraint purchase_line_purchase foreign key (purchase_id) references purchase (id)
);
create index purchase_line_purchase on purchase_line (purchase_id, id);
create index purchase_line_customer on purchase_line (customer_id);
