-- Requests about personal data, copies that were handed out, erasures, and how long things are kept.

alter table customer add column erased_at ${timestamp};

create table privacy_request (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  kind varchar(16) not null,
  state varchar(12) not null,
  words varchar(2000),
  by_customer ${boolean} not null,
  received_at ${timestamp} not null,
  received_by varchar(200) not null,
  due_on date not null,
  answered_at ${timestamp},
  answered_by varchar(200),
  answer varchar(2000),
  constraint privacy_request_public_id unique (public_id),
  constraint privacy_request_customer foreign key (customer_id) references customer (id)
);
create index privacy_request_customer_at on privacy_request (customer_id, received_at, id);
create index privacy_request_due on privacy_request (state, due_on, id);

create table privacy_copy (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  state varchar(12) not null,
  by_customer ${boolean} not null,
  asked_at ${timestamp} not null,
  asked_by varchar(200) not null,
  asker_id bigint,
  stored_name varchar(60),
  file_size bigint not null,
  ready_at ${timestamp},
  expires_at ${timestamp},
  downloads int not null,
  constraint privacy_copy_public_id unique (public_id),
  constraint privacy_copy_customer foreign key (customer_id) references customer (id)
);
create index privacy_copy_customer_at on privacy_copy (customer_id, asked_at, id);
create index privacy_copy_expires on privacy_copy (state, expires_at);

create table privacy_erasure (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  request_id bigint,
  state varchar(12) not null,
  job_id varchar(22),
  started_at ${timestamp} not null,
  started_by varchar(200) not null,
  finished_at ${timestamp},
  report ${clob},
  constraint privacy_erasure_public_id unique (public_id),
  constraint privacy_erasure_customer foreign key (customer_id) references customer (id)
);
create index privacy_erasure_customer_at on privacy_erasure (customer_id);

create table privacy_rule (
  id bigint not null primary key,
  version bigint not null,
  code varchar(40) not null,
  days int not null,
  in_force ${boolean} not null,
  changed_at ${timestamp} not null,
  changed_by varchar(200) not null,
  last_run_at ${timestamp},
  last_count bigint not null,
  constraint privacy_rule_code unique (code)
);

-- Who looked at a customer or took data of one along: one row a person, customer, kind and day.
create table record_view (
  id bigint not null primary key,
  viewed_on date not null,
  customer_id bigint not null,
  actor_kind varchar(12) not null,
  actor_id bigint not null,
  kind varchar(10) not null,
  views int not null,
  last_at ${timestamp} not null,
  constraint record_view_day unique (customer_id, viewed_on, actor_kind, actor_id, kind)
);
create index record_view_day_only on record_view (viewed_on);
