create sequence id_seq as bigint start with 50 increment by 50;

create table job (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null unique,
  name varchar(60) not null,
  payload ${clob},
  checkpoint varchar(4000),
  state varchar(12) not null,
  done bigint not null,
  total bigint not null,
  message varchar(200),
  started_by varchar(200),
  created_at ${timestamp} not null,
  started_at ${timestamp},
  finished_at ${timestamp},
  lease_owner varchar(40),
  lease_until ${timestamp}
);
create index job_state on job (state, id);
