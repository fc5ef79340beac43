create table export_job (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  kind varchar(20) not null,
  format varchar(10) not null,
  state varchar(20) not null,
  column_ids ${clob} not null,
  selection ${clob} not null,
  caller ${clob} not null,
  file_name varchar(255) not null,
  stored_name varchar(60) not null,
  rows_written bigint not null,
  customers_done bigint not null,
  customers_expected bigint not null,
  cut_off ${boolean} not null,
  failure varchar(80),
  file_bytes bigint not null,
  created_at ${timestamp} not null,
  created_by varchar(200) not null,
  caller_kind varchar(20) not null,
  account_id bigint,
  finished_at ${timestamp},
  expires_at ${timestamp},
  constraint export_job_public_id unique (public_id)
);
create index export_job_account on export_job (account_id, caller_kind, id);
create index export_job_expires on export_job (state, expires_at);
