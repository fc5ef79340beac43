-- What an administrator wants to know of customers besides.
create table custom_field (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  code varchar(30) not null,
  field_type varchar(10) not null,
  label varchar(80) not null,
  label_pt varchar(80),
  label_es varchar(80),
  help varchar(300),
  choices varchar(4000),
  currency varchar(3),
  formula varchar(500),
  place integer not null,
  needed ${boolean} not null,
  retired ${boolean} not null,
  view_roles varchar(1000),
  edit_roles varchar(1000),
  portal varchar(10) not null,
  constraint custom_field_public_id unique (public_id),
  constraint custom_field_code unique (code)
);

-- Each value in the column of its type, so that an index finds and orders it; of a multiple choice one row each.
create table custom_value (
  id bigint not null primary key,
  version bigint not null,
  field_id bigint not null,
  customer_id bigint not null,
  text_value varchar(1000),
  text_key varchar(100),
  number_value numeric(19, 4),
  date_value date,
  constraint custom_value_field foreign key (field_id) references custom_field (id),
  constraint custom_value_customer foreign key (customer_id) references customer (id)
);
create index custom_value_owner on custom_value (customer_id, field_id);
create index custom_value_text on custom_value (field_id, text_key, customer_id);
create index custom_value_number on custom_value (field_id, number_value, customer_id);
create index custom_value_date on custom_value (field_id, date_value, customer_id);
