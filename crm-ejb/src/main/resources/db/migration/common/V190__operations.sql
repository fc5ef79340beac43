create table maintenance_notice (
  id bigint not null primary key,
  version bigint not null,
  text_en varchar(500),
  text_pt varchar(500),
  text_es varchar(500),
  from_at ${timestamp} not null,
  until_at ${timestamp} not null,
  closed ${boolean} not null
);

create table server_instance (
  id bigint not null primary key,
  version bigint not null,
  name varchar(22) not null unique,
  host varchar(200) not null,
  product_version varchar(40) not null,
  started_at ${timestamp} not null,
  seen_at ${timestamp} not null
);

-- One row a backup. The occasion of a scheduled one is its moment, so that of several servers one makes it.
create table backup_run (
  id bigint not null primary key,
  version bigint not null,
  occasion varchar(60) not null constraint backup_run_occasion unique,
  server varchar(22) not null,
  state varchar(10) not null,
  folder varchar(1000),
  row_count bigint not null,
  byte_count bigint not null,
  error varchar(500),
  started_at ${timestamp} not null,
  finished_at ${timestamp}
);
create index backup_run_started on backup_run (started_at, id);
