-- The keys under which customers are compared with each other.
create table customer_match_key (
  customer_id bigint not null,
  match_key varchar(60) not null,
  constraint customer_match_key_pk primary key (customer_id, match_key),
  constraint customer_match_key_customer foreign key (customer_id) references customer (id)
);
create index customer_match_key_key on customer_match_key (match_key, customer_id);

-- Of which version of the customer the keys are, and which version was compared with the others; -1 for none.
create table customer_match (
  customer_id bigint not null primary key,
  keyed_version bigint not null,
  searched_version bigint not null,
  constraint customer_match_customer foreign key (customer_id) references customer (id)
);

create table duplicate_scan (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  job_id varchar(22),
  whole_base ${boolean} not null,
  state varchar(12) not null,
  started_at ${timestamp} not null,
  started_by varchar(200) not null,
  finished_at ${timestamp},
  customers bigint not null,
  compared bigint not null,
  proposed bigint not null,
  skipped_blocks integer not null,
  skipped_customers bigint not null,
  constraint duplicate_scan_public_id unique (public_id)
);

-- Keys that so many customers share that they say nothing; they were left out, and this says so.
create table duplicate_block (
  scan_id bigint not null,
  match_key varchar(60) not null,
  customers bigint not null,
  constraint duplicate_block_pk primary key (scan_id, match_key),
  constraint duplicate_block_scan foreign key (scan_id) references duplicate_scan (id)
);
create index duplicate_block_key on duplicate_block (match_key, scan_id);

-- Two customers that look like one, and what was decided; first_id is the older record.
create table duplicate_pair (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  first_id bigint not null,
  second_id bigint not null,
  score integer not null,
  parts varchar(1000) not null,
  state varchar(12) not null,
  found_at ${timestamp} not null,
  scan_id bigint,
  decided_at ${timestamp},
  decided_by varchar(200),
  constraint duplicate_pair_public_id unique (public_id),
  constraint duplicate_pair_customers unique (first_id, second_id),
  constraint duplicate_pair_first foreign key (first_id) references customer (id),
  constraint duplicate_pair_second foreign key (second_id) references customer (id)
);
create index duplicate_pair_second on duplicate_pair (second_id);
create index duplicate_pair_queue on duplicate_pair (state, score, id);
