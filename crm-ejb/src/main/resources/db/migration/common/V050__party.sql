create table customer (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  external_id varchar(100),
  kind varchar(20) not null,
  stage varchar(20) not null,
  given_name varchar(100),
  family_name varchar(100),
  display_name varchar(200) not null,
  sort_name varchar(200) not null,
  name_key varchar(200) not null,
  birth_date date,
  tax_id varchar(40),
  tax_id_key varchar(40),
  preferred_language varchar(10),
  zone varchar(60),
  city varchar(100),
  country varchar(2),
  owner_id bigint,
  team_id bigint,
  acquired_from varchar(100),
  acquired_via varchar(20),
  notes varchar(4000),
  created_at ${timestamp} not null,
  created_by varchar(200) not null,
  changed_at ${timestamp} not null,
  deleted_at ${timestamp},
  deleted_by varchar(200),
  constraint customer_public_id unique (public_id),
  -- A unique constraint lets several nulls in on both databases; Derby's unique index would not.
  constraint customer_external_id unique (external_id),
  constraint customer_owner foreign key (owner_id) references account (id),
  constraint customer_team foreign key (team_id) references team (id)
);
create index customer_sort_name on customer (sort_name, id);
create index customer_name_key on customer (name_key);
create index customer_tax_id on customer (tax_id_key);
create index customer_owner_name on customer (owner_id, sort_name);
create index customer_team_name on customer (team_id, sort_name);
create index customer_created on customer (created_at, id);
create index customer_changed on customer (changed_at, id);
create index customer_deleted on customer (deleted_at);
create index customer_country on customer (country, sort_name);
create index customer_language on customer (preferred_language, sort_name);
create index customer_stage on customer (stage, sort_name);

create table contact_point (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  point_type varchar(20) not null,
  point_value varchar(320) not null,
  normal_value varchar(320) not null,
  phone_tail varchar(9),
  label varchar(60),
  street varchar(200),
  street_extra varchar(200),
  district varchar(100),
  city varchar(100),
  region varchar(100),
  postal_code varchar(20),
  country varchar(2),
  is_primary ${boolean} not null,
  verified_at ${timestamp},
  valid_from date,
  valid_to date,
  origin varchar(20) not null,
  collected_at ${timestamp} not null,
  collected_by varchar(200) not null,
  constraint contact_point_public_id unique (public_id),
  constraint contact_point_customer foreign key (customer_id) references customer (id)
);
create index contact_point_owner on contact_point (customer_id, point_type);
create index contact_point_normal on contact_point (normal_value, point_type);
create index contact_point_tail on contact_point (phone_tail);

create table customer_need (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  kind varchar(20) not null,
  need_text varchar(1000) not null,
  basis varchar(20) not null,
  origin varchar(20) not null,
  origin_note varchar(200),
  collected_at ${timestamp} not null,
  collected_by varchar(200) not null,
  confirmed_at ${timestamp},
  confirmed_by varchar(200),
  constraint customer_need_public_id unique (public_id),
  constraint customer_need_customer foreign key (customer_id) references customer (id)
);
create index customer_need_time on customer_need (customer_id, collected_at);

create table customer_token (
  customer_id bigint not null,
  token varchar(60) not null,
  constraint customer_token_pk primary key (customer_id, token),
  constraint customer_token_customer foreign key (customer_id) references customer (id)
);
create index customer_token_token on customer_token (token, customer_id);
